# gowhy_headers: the header-only libraries that Debian packages, as a folder of links.
# /usr/include itself must not be searched when compiling to wasm: it would hide Emscripten's own.
add_library(gowhy_headers INTERFACE)
set(headers_dir "${CMAKE_BINARY_DIR}/headers")
foreach(library IN ITEMS nlohmann protozero catch2)
  find_path(${library}_parent "${library}" PATHS /usr/include /usr/local/include NO_DEFAULT_PATH
            NO_CMAKE_FIND_ROOT_PATH)
  if(${library}_parent)
    file(MAKE_DIRECTORY "${headers_dir}")
    file(CREATE_LINK "${${library}_parent}/${library}" "${headers_dir}/${library}" SYMBOLIC)
  elseif(NOT library STREQUAL "catch2" OR GOWHY_TESTS)
    message(FATAL_ERROR "The headers of ${library} are missing. On Debian: apt-get install "
                        "nlohmann-json3-dev libprotozero-dev catch2")
  endif()
endforeach()
target_include_directories(gowhy_headers SYSTEM INTERFACE "${headers_dir}")
# One meaning of its macros in every translation unit, also where tests are compiled with exceptions.
target_compile_definitions(gowhy_headers INTERFACE JSON_NOEXCEPTION)
