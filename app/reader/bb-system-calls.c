/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/bb-system-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__loongarch64)
#define ARCHITECTURE AUDIT_ARCH_LOONGARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#else
#define ARCHITECTURE 0
#endif

/* Instructions: three in front, four a rule at most, one behind. */
#define LENGTH_LIMIT 256

/*
 * A call that is allowed: always (@mask 0), or when of the low half of argument @argument only bits of @mask decide and they
 * are @value. @files: only where files may be read.
 */
typedef struct
{
  guint32 number;
  guint32 argument;
  guint32 mask;
  guint32 value;
  gboolean files;
} Rule;

/* *INDENT-OFF* */
static const Rule rules[] = {
  /* the input, the answer, messages */
  { SYS_read }, { SYS_readv }, { SYS_pread64 }, { SYS_write }, { SYS_writev }, { SYS_lseek }, { SYS_close },
  { SYS_fstat }, { SYS_newfstatat, 3, ~0U, AT_EMPTY_PATH }, { SYS_fcntl, 1, ~0U, F_GETFL },
  /* memory, never to be run */
  { SYS_brk }, { SYS_munmap }, { SYS_mremap }, { SYS_madvise }, { SYS_mmap, 2, PROT_EXEC, 0 }, { SYS_mprotect, 2, PROT_EXEC, 0 },
  /* itself */
  { SYS_futex }, { SYS_getrandom }, { SYS_sched_yield }, { SYS_getpid }, { SYS_gettid }, { SYS_sysinfo }, { SYS_sched_getaffinity },
  { SYS_rt_sigaction }, { SYS_rt_sigprocmask }, { SYS_rt_sigreturn }, { SYS_sigaltstack }, { SYS_restart_syscall },
  { SYS_exit }, { SYS_exit_group }, { SYS_getrusage }, { SYS_prctl, 0, ~0U, PR_GET_NAME },
  /* the time */
  { SYS_clock_gettime }, { SYS_gettimeofday }, { SYS_clock_nanosleep }, { SYS_nanosleep }, { SYS_setitimer },
  /* files, to be read */
  { SYS_openat, 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY, TRUE }, { SYS_newfstatat, 0, 0, 0, TRUE }, { SYS_statx, 0, 0, 0, TRUE },
  { SYS_fcntl, 0, 0, 0, TRUE }, { SYS_getdents64, 0, 0, 0, TRUE }, { SYS_faccessat, 0, 0, 0, TRUE }, { SYS_faccessat2, 0, 0, 0, TRUE },
  { SYS_readlinkat, 0, 0, 0, TRUE }, { SYS_fstatfs, 0, 0, 0, TRUE }, { SYS_fadvise64, 0, 0, 0, TRUE },
};
/* *INDENT-ON* */

typedef struct
{
  struct sock_filter code[LENGTH_LIMIT];
  gushort n;
} Program;

static void
add (Program *program,
     gushort  code,
     guint32  operand,
     guint8   if_true,
     guint8   if_false)
{
  g_assert (program->n < LENGTH_LIMIT);
  program->code[program->n++] = (struct sock_filter) { code, if_true, if_false, operand };
}

static void
load (Program *program,
      gsize    offset)
{
  add (program, BPF_LD | BPF_W | BPF_ABS, (guint32) offset, 0, 0);
}

static void
decide (Program *program,
        guint32  action)
{
  add (program, BPF_RET | BPF_K, action, 0, 0);
}

/* The number of the call is loaded before and after. */
static void
add_rule (Program    *program,
          const Rule *rule)
{
  if (rule->mask == 0)
    {
      add (program, BPF_JMP | BPF_JEQ | BPF_K, rule->number, 0, 1);
      decide (program, SECCOMP_RET_ALLOW);
      return;
    }
  add (program, BPF_JMP | BPF_JEQ | BPF_K, rule->number, 0, 5);
  load (program, offsetof (struct seccomp_data, args) + rule->argument * sizeof (guint64) + (G_BYTE_ORDER == G_BIG_ENDIAN ? sizeof (guint32) : 0));
  add (program, BPF_ALU | BPF_AND | BPF_K, rule->mask, 0, 0);
  add (program, BPF_JMP | BPF_JEQ | BPF_K, rule->value, 0, 1);
  decide (program, SECCOMP_RET_ALLOW);
  load (program, offsetof (struct seccomp_data, nr));
}

/* abort() and raise() signal their own thread, and nobody else. */
static void
add_own_signals (Program *program)
{
  const Rule rule = { SYS_tgkill, 0, ~0U, (guint32) getpid () };

  add_rule (program, &rule);
}

gboolean
bb_system_calls_filter (gboolean files)
{
  Program program = { .n = 0 };
  struct sock_fprog description = { 0, program.code };

  if (ARCHITECTURE == 0)
    return FALSE;
  load (&program, offsetof (struct seccomp_data, arch));
  add (&program, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  decide (&program, SECCOMP_RET_KILL_PROCESS);
  load (&program, offsetof (struct seccomp_data, nr));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (files || !rules[i].files)
      add_rule (&program, &rules[i]);
  add_own_signals (&program);
  decide (&program, SECCOMP_RET_ERRNO | EPERM);
  description.len = program.n;
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &description) == 0;
}
