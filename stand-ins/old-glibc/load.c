/*
 * load LIBRARY... MODULE FUNCTION: loads the libraries for everyone to see, then the module as Python would, and looks
 * for its function. Prints the loader's own words and ends with 1 where that is refused, with 2 where a library is.
 *
 * Without this machine's headers: they would ask for functions that came after the C library this is linked with.
 */
extern void *dlopen(const char *, int);
extern void *dlsym(void *, const char *);
extern char *dlerror(void);
extern int puts(const char *);

enum { RTLD_NOW = 2, RTLD_GLOBAL = 0x100 };

static int refused(int status) {
  puts(dlerror());
  return status;
}

int main(int argc, char **argv) {
  char **last = argv + argc - 2;
  while (++argv < last)
    if (!dlopen(*argv, RTLD_NOW | RTLD_GLOBAL)) return refused(2);
  void *module = dlopen(last[0], RTLD_NOW);
  if (!module || !dlsym(module, last[1])) return refused(1);
  return 0;
}
