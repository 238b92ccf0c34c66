// What the leak sanitizer is not to tell of: memory that a library from elsewhere keeps on purpose. Part of every suite built with sanitizers.
// fontconfig keeps 2 KB for each font it is given, once in the life of the program; any suite that makes a PDF meets it.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so.1\n"; }
