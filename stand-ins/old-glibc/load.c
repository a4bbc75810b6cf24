/*
 * load LIBRARY... FUNCTION: loads the libraries for everyone to see; then, for each path that it reads, the module as
 * Python would, in a process of its own, and looks for its function. Prints a line for each: "loads", or the loader's
 * own words, or the signal that ended the process. Ends with 2 where a library is refused.
 *
 * With FUNCTION(), the function is called, too.
 *
 * Without this machine's headers: they would ask for functions that came after the C library this is linked with.
 */
extern void *dlopen(const char *, int);
extern void *dlsym(void *, const char *);
extern char *dlerror(void);
extern void *mmap(void *, unsigned long, int, int, int, long);
extern int munmap(void *, unsigned long);
extern int fork(void), waitpid(int, int *, int);
extern int setrlimit(int, const unsigned long[2]);
extern void _exit(int);
extern int dprintf(int, const char *, ...);
extern unsigned long strlen(const char *), strcspn(const char *, const char *);
extern char *fgets(char *, int, void *);
extern void *stdin;

enum { RTLD_NOW = 2, RTLD_GLOBAL = 0x100, PRIVATE_ANONYMOUS_NORESERVE = 0x4022, RLIMIT_CPU = 0 };

/* Whether it is for another machine than it is compiled on: an emulator is slow, and keeps a book of every page. */
#ifndef EMULATED
#define EMULATED 0
#endif

/* Of processor time: a loader that takes a second never comes back. */
static const unsigned long SECONDS[2] = {EMULATED ? 60 : 1, EMULATED ? 60 : 1};

static int refused(int status) {
  char *words = dlerror();
  for (char *at = words; *at; at++)
    if (*at == '\n') *at = ' ';
  dprintf(1, "%s\n", words);
  return status;
}

/*
 * Leaves one place for what is mapped from now on, with memory around it that cannot be read: what a module finds when
 * it looks beyond its own end is then no matter of chance.
 */
static void fence(void) {
  const unsigned long room = 1ul << 30, around = 1ul << 38;
  char *start = mmap(0, around, 0, PRIVATE_ANONYMOUS_NORESERVE, -1, 0), *place = start + around / 2, *other;
  /* An emulator may not have that much. */
  if (start == (char *)-1) return;
  munmap(place, room);
  for (unsigned long size = room / 2; size >= 4096; size /= 2) {
    do other = mmap(0, size, 0, PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
    while (other != (char *)-1 && (other < place || other >= place + room));
    munmap(other, size);
  }
}

static int load(const char *path, char *function) {
  const unsigned long name = strcspn(function, "(");
  const int call = function[name];
  function[name] = 0;
  setrlimit(RLIMIT_CPU, SECONDS);
  void *module = dlopen(path, RTLD_NOW);
  void *(*init)(void) = module ? dlsym(module, function) : 0;
  if (!init) return refused(1);
  if (call) init();
  dprintf(1, "loads\n");
  return 0;
}

int main(int argc, char **argv) {
  char path[4096], **last = argv + argc - 1;
  while (++argv < last)
    if (!dlopen(*argv, RTLD_NOW | RTLD_GLOBAL)) return refused(2);
  for (int first = 1; fgets(path, sizeof path, stdin); first = 0) {
    /* Reading has made its own memory by now. */
    if (first && !EMULATED) fence();
    int status = 0, child;
    path[strcspn(path, "\n")] = 0;
    if (!(child = fork())) _exit(load(path, *last));
    waitpid(child, &status, 0);
    if (status & 0x7f) dprintf(1, "signal %d\n", status & 0x7f);
    else if (status >> 8 > 1) dprintf(1, "exit status %d\n", status >> 8);
  }
  return 0;
}
