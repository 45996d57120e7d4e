#ifndef LEMMA_FILE_EXCHANGE_H
#define LEMMA_FILE_EXCHANGE_H

/* Swift imports neither Linux's renameat2 nor a variadic syscall: this makes one function of both
   systems' ways to exchange two folders in one step. Returns 0, or -1 with errno set. */

#include <errno.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
static inline int lemma_exchange_files(const char *a, const char *b) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 2 /* RENAME_EXCHANGE */);
#else
  errno = ENOSYS;
  return -1;
#endif
}
#elif defined(__APPLE__)
#include <stdio.h>
static inline int lemma_exchange_files(const char *a, const char *b) {
  return renamex_np(a, b, RENAME_SWAP);
}
#else
static inline int lemma_exchange_files(const char *a, const char *b) {
  errno = ENOSYS;
  return -1;
}
#endif

#endif
