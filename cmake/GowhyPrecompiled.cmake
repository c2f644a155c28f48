# The headers that most files include. A build without them, as the preset release is, shows when a
# file has forgotten one of its own.
function(gowhy_precompile target)
  if(GOWHY_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <functional> <map> <memory>
                              <string> <string_view> <unordered_map> <vector> ${ARGN})
  endif()
  if(GOWHY_PRECOMPILE AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # Else a precompiled header is never the same twice, and ccache keeps nothing.
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()
