# gowhy_cause_info: cause_info.inc, a row {"id", "title", "category", "severity"} for every cause, from
# causes.def and the front matter of the pages. Written anew only when a row changes.
find_program(GOWHY_NODE NAMES node nodejs REQUIRED)
set(causes_dir "${CMAKE_CURRENT_SOURCE_DIR}/analyzer/causes")
set(cause_info "${CMAKE_BINARY_DIR}/generated/cause_info.inc")
set(words_script "${CMAKE_CURRENT_SOURCE_DIR}/scripts/build-words.mjs")
file(GLOB cause_pages CONFIGURE_DEPENDS "${causes_dir}/*.md")
add_custom_command(
  OUTPUT "${cause_info}"
  COMMAND "${GOWHY_NODE}" "${words_script}" --info "${cause_info}"
  DEPENDS "${causes_dir}/causes.def" ${cause_pages} "${words_script}"
  COMMENT "Titles and severities of the causes"
  VERBATIM)
add_custom_target(gowhy_cause_info_file DEPENDS "${cause_info}")
add_library(gowhy_cause_info INTERFACE)
target_include_directories(gowhy_cause_info INTERFACE "${CMAKE_BINARY_DIR}/generated" "${causes_dir}")
add_dependencies(gowhy_cause_info gowhy_cause_info_file)
