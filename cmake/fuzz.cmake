# lotsen_fuzz(NAME LIBRARIES...): NAME.cpp becomes the libFuzzer program fuzz_NAME, only with -DLOTSEN_FUZZ=ON (clang; ./dev fuzz).
# The target fuzz_targets builds them all; the file fuzz_targets.txt lists them, one a line.
option(LOTSEN_FUZZ "Build the fuzz targets, with clang's libFuzzer" OFF)
if(LOTSEN_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "LOTSEN_FUZZ needs clang. Remedy: ./dev fuzz")
  endif()
  add_compile_options(-O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
                      -fno-sanitize=null,alignment,object-size,vptr,function -Wno-unused-command-line-argument -Wno-unknown-warning-option)
  add_link_options(-fsanitize=address,undefined)
  add_custom_target(fuzz_targets)
  file(WRITE ${CMAKE_BINARY_DIR}/fuzz_targets.txt "")
endif()

function(lotsen_fuzz name)
  if(LOTSEN_FUZZ)
    add_executable(fuzz_${name} ${name}.cpp)
    target_link_libraries(fuzz_${name} PRIVATE ${ARGN})
    target_precompile_headers(fuzz_${name} REUSE_FROM lotsen_pch)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_targets fuzz_${name})
    file(APPEND ${CMAKE_BINARY_DIR}/fuzz_targets.txt "${CMAKE_CURRENT_BINARY_DIR}/fuzz_${name}\n")
  endif()
endfunction()
