# gowhy_flags: warnings, sanitizers, optimisation; the same for everything that is compiled.
add_library(gowhy_flags INTERFACE)
target_compile_options(gowhy_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                             $<$<BOOL:${GOWHY_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Wrong about every `"text" + string` in GCC 12 (its bug 105651).
  target_compile_options(gowhy_flags INTERFACE -Wno-restrict)
endif()

if(GOWHY_SANITIZE)
  # Frame pointers, so that a report of the sanitizer shows every caller.
  # The check of virtual calls asks for type information, which the core is built without.
  target_compile_options(gowhy_flags INTERFACE -fsanitize=${GOWHY_SANITIZE} -fno-sanitize-recover=all
                                               -fno-sanitize=vptr -fno-omit-frame-pointer)
  target_link_options(gowhy_flags INTERFACE -fsanitize=${GOWHY_SANITIZE})
endif()
if(GOWHY_FUZZ)
  target_compile_options(gowhy_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

string(REPLACE "-O2" "-O3" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
