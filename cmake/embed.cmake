# lotsen_embed(TARGET NAMESPACE FILES...): compiles files into the program as std::string_view, looked up by path.
set(LOTSEN_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(lotsen_embed target name base)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name}_embedded.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAME=${name} -DBASE=${base} "-DFILES=${ARGN}" -P ${LOTSEN_EMBED_SCRIPT}
    DEPENDS ${ARGN} ${LOTSEN_EMBED_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
