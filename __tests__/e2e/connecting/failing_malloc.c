/* Loaded before the C library: counts what is allocated, and once fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>

/* How many may still be made before one fails; below zero, all may. */
long failing_after = -1;
long allocations;

static int fails(void)
{
	allocations++;
	if (failing_after < 0 || failing_after-- != 0)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	static void *(*real)(size_t);
	if (real == NULL)
		real = dlsym(RTLD_NEXT, "malloc");
	return fails() ? NULL : real(size);
}

void *realloc(void *old, size_t size)
{
	static void *(*real)(void *, size_t);
	if (real == NULL)
		real = dlsym(RTLD_NEXT, "realloc");
	return fails() ? NULL : real(old, size);
}
