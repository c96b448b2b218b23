/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#if defined (__SSE__)
#include <xmmintrin.h>
#endif

G_BEGIN_DECLS

/*
 * Numbers too small to be heard make a processor slow: tails that fade out
 * are full of them. Between begin and end this thread takes them for zero.
 */
static inline guint64
maq_denormal_begin (void)
{
#if defined (__SSE__)
  guint64 before = _mm_getcsr ();

  _mm_setcsr ((guint) before | 0x8040);
  return before;
#elif defined (__aarch64__)
  guint64 before;

  __asm__ volatile ("mrs %0, fpcr" : "=r" (before));
  __asm__ volatile ("msr fpcr, %0" : : "r" (before | (1u << 24)));
  return before;
#else
  return 0;
#endif
}

static inline void
maq_denormal_end (guint64 before)
{
#if defined (__SSE__)
  _mm_setcsr ((guint) before);
#elif defined (__aarch64__)
  __asm__ volatile ("msr fpcr, %0" : : "r" (before));
#else
  (void) before;
#endif
}

G_END_DECLS
