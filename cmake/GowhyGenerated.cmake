# gowhy_generated: what scripts make of the pages of the causes and of the tables, for the core to
# include. A file is written anew only when it changes, so that nothing is compiled for nothing.
find_program(GOWHY_NODE NAMES node nodejs REQUIRED)
set(generated_dir "${CMAKE_BINARY_DIR}/generated")
set(generated_files "")

# gowhy_generate(NAME SCRIPT OPTION INPUT…): node SCRIPT OPTION generated/NAME
function(gowhy_generate name script option)
  add_custom_command(
    OUTPUT "${generated_dir}/${name}"
    COMMAND "${GOWHY_NODE}" "${script}" "${option}" "${generated_dir}/${name}"
    DEPENDS "${script}" ${ARGN}
    COMMENT "Generating ${name}"
    VERBATIM)
  set(generated_files ${generated_files} "${generated_dir}/${name}" PARENT_SCOPE)
endfunction()

set(analyzer_dir "${CMAKE_CURRENT_SOURCE_DIR}/analyzer")
set(scripts_dir "${CMAKE_CURRENT_SOURCE_DIR}/scripts")
file(GLOB cause_pages CONFIGURE_DEPENDS "${analyzer_dir}/causes/*.md")
file(GLOB role_tables CONFIGURE_DEPENDS "${analyzer_dir}/tables/*.json")
# A row {"id", "title", "category", "severity"} for every cause.
gowhy_generate(cause_info.inc "${scripts_dir}/build-words.mjs" --info
               "${analyzer_dir}/causes/causes.def" "${scripts_dir}/lib/causes.mjs" ${cause_pages})
# The rows of the table of known background goroutines.
gowhy_generate(roles.inc "${scripts_dir}/build-tables.mjs" --inc ${role_tables})

add_custom_target(gowhy_generated_files DEPENDS ${generated_files})
add_library(gowhy_generated INTERFACE)
target_include_directories(gowhy_generated INTERFACE "${generated_dir}")
add_dependencies(gowhy_generated gowhy_generated_files)
