/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-sandbox.h"

#include "import/bb-worker.h"
#include "reader/bb-system-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Beyond what is mapped when reading begins: programs, libraries and the file itself. A sanitizer maps terabytes. */
#define MEMORY_LIMIT (224UL * 1024 * 1024)

/* Seconds of the processor: SIGXCPU at the first, SIGKILL at the second. */
#define PROCESSOR_LIMIT 20
#define PROCESSOR_END 22

/* Descriptors: input, answer, messages, and a few files where they are allowed. */
#define DESCRIPTOR_LIMIT 32

/* When less than this can be had, it was memory that lacked: what grows asks for twice what it has. */
#define PROBE (64UL * 1024 * 1024)

#define SIGNAL_STACK (64 * 1024)

/* ---- beginning ---- */

void
bb_sandbox_begin (void)
{
  pid_t parent = getppid ();

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  /* It may have ended before that was asked for. */
  if (getppid () != parent)
    _exit (1);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0);
  close_range (STDERR_FILENO + 1, ~0U, 0);
}

/* ---- limits ---- */

/* Returns: bytes of address space in use; 0 when it can't be told. */
static rlim_t
mapped_size (void)
{
  FILE *stream = fopen ("/proc/self/statm", "re");
  unsigned long pages = 0;

  if (stream == NULL)
    return 0;
  if (fscanf (stream, "%lu", &pages) != 1)
    pages = 0;
  fclose (stream);
  return pages * (rlim_t) sysconf (_SC_PAGESIZE);
}

static void
limit (int    resource,
       rlim_t soft,
       rlim_t hard)
{
  const struct rlimit value = { soft, hard };

  setrlimit (resource, &value);
}

static void
set_limits (void)
{
  rlim_t mapped = mapped_size ();

  limit (RLIMIT_AS, mapped + MEMORY_LIMIT, mapped + MEMORY_LIMIT);
  limit (RLIMIT_CPU, PROCESSOR_LIMIT, PROCESSOR_END);
  limit (RLIMIT_CORE, 0, 0);
  limit (RLIMIT_FSIZE, 0, 0);
  limit (RLIMIT_NPROC, 0, 0);
  limit (RLIMIT_NOFILE, DESCRIPTOR_LIMIT, DESCRIPTOR_LIMIT);
}

/* ---- files ---- */

static void
allow_folder (int         rules,
              const char *folder)
{
  struct landlock_path_beneath_attr rule = { .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR };

  rule.parent_fd = open (folder, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0)
    return;
  syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);
}

/* Where the kernel has no Landlock, the filter of system calls still lets nothing be written. */
static void
restrict_files (const char *const *folders)
{
  const struct landlock_ruleset_attr all = { .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
  int rules = (int) syscall (SYS_landlock_create_ruleset, &all, sizeof all, 0);

  if (rules < 0)
    return;
  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    allow_folder (rules, folders[i]);
  syscall (SYS_landlock_restrict_self, rules, 0);
  close (rules);
}

void
bb_sandbox_enter (const char *const *folders)
{
  set_limits ();
  restrict_files (folders);
  if (!bb_system_calls_filter (folders != NULL))
    {
      /* Not both: a namespace of its own costs more than all the rest of a small file. */
      if (unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
        unshare (CLONE_NEWNET);
    }
}

/* ---- the end ---- */

static void
dying_cb (int number)
{
  void *probe = mmap (NULL, PROBE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  /* Not by a function that is known never to return: a sanitizer wants memory of its own before it calls one. */
  if (probe == MAP_FAILED && errno == ENOMEM)
    syscall (SYS_exit_group, BB_WORKER_NO_MEMORY);
  /* The handler is gone by now; what was done wrong is done again, or the signal waits to be let through. */
  raise (number);
}

/* GLib says which request it was before it ends the process; it may be larger than any probe. */
static void
log_cb (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        data)
{
  if ((level & G_LOG_FLAG_FATAL) != 0 && message != NULL && strstr (message, "failed to allocate") != NULL)
    syscall (SYS_exit_group, BB_WORKER_NO_MEMORY);
  g_log_default_handler (domain, level, message, data);
}

/* A failed request ends the process by a call into nothing, by abort() or by a trap, depending on the library. */
void
bb_sandbox_explain_end (void)
{
  static const int signals[] = { SIGSEGV, SIGBUS, SIGABRT, SIGTRAP, SIGILL };
  static char stack[SIGNAL_STACK];
  const stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction action = { .sa_handler = dying_cb, .sa_flags = SA_ONSTACK | (int) SA_RESETHAND };

  g_log_set_default_handler (log_cb, NULL);
  sigaltstack (&other, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &action, NULL);
}
