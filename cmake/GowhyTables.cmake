# gowhy_tables: roles.inc, a row for every background goroutine that analyzer/tables/*.json knows.
# Needs GowhyCauses (it finds Node).
set(tables_inc "${CMAKE_BINARY_DIR}/generated/roles.inc")
set(tables_script "${CMAKE_CURRENT_SOURCE_DIR}/scripts/build-tables.mjs")
file(GLOB table_files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/analyzer/tables/*.json")
add_custom_command(
  OUTPUT "${tables_inc}"
  COMMAND "${GOWHY_NODE}" "${tables_script}" --inc "${tables_inc}"
  DEPENDS ${table_files} "${tables_script}"
  COMMENT "Roles and libraries"
  VERBATIM)
add_custom_target(gowhy_tables_file DEPENDS "${tables_inc}")
add_dependencies(gowhy_cause_info gowhy_tables_file)
