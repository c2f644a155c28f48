# What is particular to Emscripten (Debian's 3.1.6).
if(EMSCRIPTEN)
  # emcc's optimiser needs acorn, which Debian keeps outside of node's own search path.
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
               "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  target_compile_options(gowhy_flags INTERFACE -msimd128)
endif()

# The module for page, worker and Node: an ES module that is given the bytes of its wasm.
function(gowhy_add_module target)
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE gowhy_core)
  # Embind asks for RTTI unless told that types may have no name.
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  target_compile_definitions(${target} PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  target_link_options(
    ${target} PRIVATE
    # -fno-rtti here chooses the Embind library whose types fit those of the compiled code.
    --bind -fno-rtti
    -sMODULARIZE -sEXPORT_ES6 -sUSE_ES6_IMPORT_META=0
    # "node" is not named: its glue of this release needs __dirname, which an ES module does not have.
    -sENVIRONMENT=web,worker
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB
    -sFILESYSTEM=0
    # No eval: the page's Content-Security-Policy forbids it.
    -sDYNAMIC_EXECUTION=0)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME gowhy SUFFIX .mjs)
endfunction()

# A program with a main, run by Node with the files of the machine.
function(gowhy_run_in_node target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  target_compile_options(${target} PRIVATE -fwasm-exceptions)
  target_link_options(${target} PRIVATE -fwasm-exceptions -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB
                      -sNODERAWFS -sENVIRONMENT=node -sEXIT_RUNTIME)
  # The package is of type "module"; this glue is not one.
  set_target_properties(${target} PROPERTIES SUFFIX .cjs)
endfunction()

# What runs once for each line is optimised for speed, and all else for size: it is most of what a
# visitor of the page has to load. Where it runs for each goroutine or group it may inline and is not
# made as small as can be, which needs a third less time; the rest runs once for a finding or a report.
# (Once em++ has seen -Oz it gives clang -fno-inline-functions: emcc.py, INLINING_LIMIT.)
function(gowhy_optimize_for_size target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  target_compile_options(${target} PRIVATE -Oz -fno-inline-functions)
  set(for_lines frame_match groups line_reader lines log_prefix names profile_proto profile_text
                record_order stack_builder symbols traceback_ahead)
  set(for_goroutines address_filter births client_makers creators lock_crossings lock_holders lock_owners locks model objects
                     operations own_code partners recent_goroutines roles sort_by stack_facts traceback unwrap waits)
  foreach(source IN LISTS ARGN)
    get_filename_component(name "${source}" NAME_WE)
    if(name IN_LIST for_lines)
      # Precompiled headers are for one level of optimisation.
      set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-O3;-finline-functions"
                                  SKIP_PRECOMPILE_HEADERS ON)
    elseif(name IN_LIST for_goroutines)
      set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-Os;-finline-functions"
                                  SKIP_PRECOMPILE_HEADERS ON)
    endif()
  endforeach()
endfunction()
