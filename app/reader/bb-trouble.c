/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-trouble.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PIECE (4 * 1024 * 1024)

static volatile guint counter;

static void
crash (void)
{
  raise (SIGSEGV);
}

static G_GNUC_NO_INLINE guint
go_deep (guint depth)
{
  volatile char frame[4096];

  memset ((char *) frame, (int) depth, sizeof frame);
  return depth == 0 ? 0 : go_deep (depth - 1) + (guint) frame[depth % sizeof frame];
}

static void
deep (void)
{
  counter = go_deep (G_MAXUINT);
}

static void
hang (void)
{
  for (;;)
    counter++;
}

static void
wait_for_ever (void)
{
  for (;;)
    sleep (1000);
}

/* Past the allocator: a sanitizer's has its own way to run out. */
static void
eat_memory (void)
{
  void *piece;

  while ((piece = mmap (NULL, PIECE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) != MAP_FAILED)
    memset (piece, 1, PIECE);
  raise (SIGABRT);
}

static void
write_garbage (void)
{
  static const char garbage[] = "\x01\x02 not an answer";

  if (write (STDOUT_FILENO, garbage, sizeof garbage) > 0)
    _exit (0);
}

static void
say_nothing (void)
{
  _exit (0);
}

static void
flood (void)
{
  g_autofree char *piece = g_malloc0 (PIECE);

  while (write (STDOUT_FILENO, piece, PIECE) > 0)
    ;
}

/* ---- what must not succeed ---- */

static void
try_open (void)
{
  if (open ("/etc/passwd", O_RDONLY) >= 0)
    crash ();
}

static void
try_write (void)
{
  if (open ("/tmp/bianbao-reader-was-here", O_WRONLY | O_CREAT, 0600) >= 0)
    crash ();
}

static void
try_connect (void)
{
  if (socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0)
    crash ();
}

static void
try_start (void)
{
  char *const nothing[] = { NULL };

  if (syscall (SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0 || execve ("/bin/true", nothing, nothing) == 0)
    crash ();
}

static void
try_kill (void)
{
  if (kill (getppid (), 0) == 0)
    crash ();
}

/* *INDENT-OFF* */
static const struct
{
  const char *name;
  void (*make) (void);
} troubles[] = {
  { "crash",   crash },
  { "deep",    deep },
  { "hang",    hang },
  { "sleep",   wait_for_ever },
  { "memory",  eat_memory },
  { "garbage", write_garbage },
  { "silence", say_nothing },
  { "flood",   flood },
  { "open",    try_open },
  { "write",   try_write },
  { "connect", try_connect },
  { "start",   try_start },
  { "kill",    try_kill },
};
/* *INDENT-ON* */

void
bb_trouble_make (void)
{
  const char *wanted = g_getenv ("BIANBAO_READER_TROUBLE");

  for (guint i = 0; wanted != NULL && i < G_N_ELEMENTS (troubles); i++)
    if (strcmp (troubles[i].name, wanted) == 0)
      troubles[i].make ();
}
