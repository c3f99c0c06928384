/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-clinic-curve.h"

G_BEGIN_DECLS

/** What a test gave, for this leg and for a healthy one of the same person. Reference counted;
 * nobody changes it once it is there. */
typedef struct
{
  ShMeasure mine;
  ShMeasure healthy;
  ShClinicRecord record;
  ShClinicRecord healthy_record;
} ShClinicResult;

ShClinicResult *sh_clinic_result_ref (ShClinicResult *result);
/** Frees it with the last reference. */
void sh_clinic_result_unref (ShClinicResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShClinicResult, sh_clinic_result_unref)

/**
 * Does @test on a leg of @scenario and on its healthy twin in a thread of its own, so that the
 * picture never waits for it.
 *
 * @cancellable: (nullable): ends the test early
 */
void sh_clinic_run_async (ShTest test,
                          const ShScenario *scenario,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** The end of it. Returns: (transfer full): NULL with @error set when it was cancelled or the leg
 * cannot live by the scenario. */
ShClinicResult *sh_clinic_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
