/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers that are the same on every machine: seeds, ids and hashes are made with these.
 * They are no secrets.
 */

/**
 * maq_hash_mix:
 *
 * The step of splitmix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
 * generators", 2014): every bit in moves every bit out.
 */
static inline guint64
maq_hash_mix (guint64 bits)
{
  bits += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return bits ^ (bits >> 31);
}

/** MAQ_HASH_START: what hashes of bytes begin with */
#define MAQ_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/**
 * maq_hash_bytes:
 * @hash: %MAQ_HASH_START, or what came of the bytes before
 *
 * FNV-1a (Fowler, Noll, Vo, 1991), 64 bits.
 */
static inline guint64
maq_hash_bytes (guint64       hash,
                gconstpointer bytes,
                gsize         n_bytes)
{
  const guchar *byte = (const guchar *) bytes;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ byte[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

G_END_DECLS
