/* Starts the program of its own name, once the library that it was linked with has been loaded. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int loaded(void);

int main(int argc, char **argv)
{
  const char *slash = strrchr(argv[0], '/');
  char program[256];

  (void) argc;
  snprintf(program, sizeof program, "/usr/lib/stand-in/called/%s", slash ? slash + 1 : argv[0]);
  if (loaded() == 0) execv(program, argv);
  perror(program);
  return 127;
}
