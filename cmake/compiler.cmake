# How every file is compiled: standard, warnings, hardening, sanitizers, compiler cache, linker.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
option(LOTSEN_SANITIZE "Address and undefined behaviour sanitizers" OFF)

set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
# -fpch-preprocess and -Winvalid-pch: without the first ccache never hits when a precompiled header is used.
# -fPIC for all (the documents module needs it, and one flag for all keeps one precompiled header); programs are PIE by Debian's default.
add_compile_options(-fPIC)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers
                    -Winvalid-pch -fpch-preprocess
                    -fstack-protector-strong -fstack-clash-protection -D_GLIBCXX_ASSERTIONS)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64")
  add_compile_options(-fcf-protection)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-D_FORTIFY_SOURCE=2)
endif()
add_link_options(-Wl,-z,relro,-z,now)
if(LOTSEN_SANITIZE)
  add_compile_options(-O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-sanitize=null,alignment,object-size,vptr)
  add_link_options(-fsanitize=address,undefined)
endif()

find_program(LOTSEN_CCACHE ccache)
if(LOTSEN_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${LOTSEN_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LOTSEN_CCACHE})
endif()
