/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-export-private.h"

#include <errno.h>
#include <math.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-cautions.h"
#include "sh-gif-file.h"
#include "sh-picture-file.h"
#include "sh-scenario-file.h"
#include "sh-text.h"

#define STRIP_HEIGHT 30.0
#define STRIP_TEXT 13.0
#define STRIP_MARGIN 8.0
/* From the strip's first row to the first one of the caution for a stocking, and below its last. */
#define CAUTION_ABOVE 22.0
#define CAUTION_BELOW 10.0
/* How many frames the colours of an animation are chosen from. */
#define SAMPLES 6
/* The shortest step in which the blood cells of the past are moved. */
#define STEP_S (1.0 / 30.0)

static gboolean
has_stocking (const ShExportJob *job)
{
  return job->scenario.stocking_mmhg > 0.0;
}

/* The size of its letters: the longest language still has to fit into the smallest picture. */
static double
strip_text_size (const ShSceneOptions *scene, cairo_t *cr)
{
  ShTextStyle style = { .size = STRIP_TEXT * scene->text_scale };
  double room = scene->width - 2.0 * STRIP_MARGIN, width;

  sh_text_measure (cr, sh_caution_education (), &style, &width, NULL);
  return style.size * MIN (room / width, 1.0);
}

static ShTextStyle
caution_style (const ShSceneOptions *scene, cairo_t *cr)
{
  return (ShTextStyle){ .size = strip_text_size (scene, cr),
                        .align = 0.5,
                        .color = sh_theme (scene->theme)->text,
                        .width = scene->width - 2.0 * STRIP_MARGIN };
}

static double
caution_height (const ShSceneOptions *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  ShTextStyle style = caution_style (scene, cr);
  double height;

  sh_text_measure (cr, sh_caution_stocking (), &style, NULL, &height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height + CAUTION_BELOW * scene->text_scale;
}

double
sh_export_strip_height (const ShExportJob *job)
{
  const ShSceneOptions *scene = &job->options.scene;
  double height = STRIP_HEIGHT * scene->text_scale;

  return ceil (has_stocking (job) ? height + caution_height (scene) : height);
}

static gboolean
load_painter (ShExportJob *job, GError **error)
{
  ShArt *art = sh_art_load (error);
  const ShFrame *past = (const ShFrame *) (const void *) job->past->data;

  if (art == NULL)
    return FALSE;
  job->painter = sh_stage_painter_new (art);
  sh_art_unref (art);
  sh_stage_painter_configure (job->painter, &job->options.scene);
  for (guint i = 1; i < job->past->len; i++)
    sh_stage_painter_advance (job->painter, &past[i],
                              CLAMP (past[i].time_s - past[i - 1].time_s, 0.0, 2.0 * STEP_S));
  return TRUE;
}

/* What the picture is, below it: it stays with it wherever it goes. */
static void
draw_strip (const ShExportJob *job, cairo_t *cr)
{
  const ShSceneOptions *scene = &job->options.scene;
  const ShTheme *theme = sh_theme (scene->theme);
  double row = scene->height + STRIP_HEIGHT * scene->text_scale * 0.64;
  ShTextStyle style = { .size = strip_text_size (scene, cr), .align = 0.5, .color = theme->text };

  sh_set_color (cr, theme->paper, 1.0);
  cairo_rectangle (cr, 0, scene->height, scene->width, sh_export_strip_height (job));
  cairo_fill (cr);
  sh_text_draw (cr, sh_caution_education (), scene->width / 2, row, &style);
  if (!has_stocking (job))
    return;
  style = caution_style (scene, cr);
  sh_text_draw (cr, sh_caution_stocking (), scene->width / 2,
                row + CAUTION_ABOVE * scene->text_scale, &style);
}

static void
paint_frame (ShExportJob *job, cairo_t *cr)
{
  sh_stage_painter_draw_still (job->painter, cr);
  sh_stage_painter_draw_moving (job->painter, cr, &job->shown);
  draw_strip (job, cr);
}

static void
paint_cb (cairo_t *cr, gpointer user_data)
{
  paint_frame (user_data, cr);
}

static gboolean
sink_cb (const void *bytes, gsize length, gpointer user_data)
{
  return sh_atomic_file_write (user_data, bytes, length);
}

/* One picture under @path. */
static gboolean
write_picture (ShExportJob *job, ShPictureFormat format, const char *path, GError **error)
{
  const ShSceneOptions *scene = &job->options.scene;
  g_autoptr (ShAtomicFile) file = sh_atomic_file_open (path, error);
  g_autoptr (GError) cairo_error = NULL;

  if (file == NULL)
    return FALSE;
  sh_picture_write (format, scene->width, scene->height + sh_export_strip_height (job),
                    job->scenario_text, paint_cb, job, sink_cb, file, &cairo_error);
  if (cairo_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cairo_error));
      return FALSE;
    }
  /* What went wrong in writing, the file itself tells. */
  return sh_atomic_file_commit (g_steal_pointer (&file), error);
}

gboolean
sh_export_picture (ShExportJob *job, GError **error)
{
  static const ShPictureFormat formats[] = { [SH_EXPORT_PNG] = SH_PICTURE_PNG,
                                             [SH_EXPORT_SVG] = SH_PICTURE_SVG,
                                             [SH_EXPORT_PDF] = SH_PICTURE_PDF };

  job->options.scene.vector = job->options.kind != SH_EXPORT_PNG;
  return load_painter (job, error) && sh_export_go_on (job, 0.3, error) &&
         write_picture (job, formats[job->options.kind], job->path, error);
}

static int
count_frames (const ShExportJob *job)
{
  return MAX ((int) (job->options.seconds * SH_EXPORT_RATE_HZ + 0.5), 1);
}

static void
next_frame (ShExportJob *job)
{
  sh_leg_advance (job->leg, 1.0 / SH_EXPORT_RATE_HZ);
  sh_leg_read (job->leg, &job->shown);
  sh_stage_painter_advance (job->painter, &job->shown, 1.0 / SH_EXPORT_RATE_HZ);
}

static cairo_surface_t *
make_surface (const ShExportJob *job)
{
  const ShSceneOptions *scene = &job->options.scene;

  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) scene->width,
                                     (int) (scene->height + sh_export_strip_height (job)));
}

/* Samples of what will be painted, from a leg that runs ahead. */
static ShGifPalette *
choose_colors (ShExportJob *job)
{
  ShGifPalette *palette = sh_gif_palette_new ();
  cairo_surface_t *surface = make_surface (job);
  cairo_t *cr = cairo_create (surface);
  ShLeg *ahead = sh_leg_new ();
  ShFrame now = job->shown;

  if (ahead != NULL)
    sh_leg_copy (ahead, job->leg);
  for (int i = 0; i < SAMPLES && ahead != NULL; i++)
    {
      sh_leg_read (ahead, &job->shown);
      paint_frame (job, cr);
      sh_gif_palette_add (palette, surface);
      sh_leg_advance (ahead, job->options.seconds / SAMPLES);
    }
  job->shown = now;
  sh_leg_free (ahead);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return palette;
}

static gboolean
add_gif_frames (ShExportJob *job, ShGifFile *gif, GError **error)
{
  cairo_surface_t *surface = make_surface (job);
  cairo_t *cr = cairo_create (surface);
  int n = count_frames (job);
  gboolean going = TRUE;

  for (int i = 0; i < n && going; i++)
    {
      next_frame (job);
      paint_frame (job, cr);
      going = sh_gif_file_add (gif, surface) && sh_export_go_on (job, (double) (i + 1) / n, error);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return going;
}

gboolean
sh_export_gif (ShExportJob *job, GError **error)
{
  const ShSceneOptions *scene = &job->options.scene;
  g_autoptr (ShAtomicFile) file = sh_atomic_file_open (job->path, error);
  g_autoptr (ShGifPalette) palette = NULL;
  g_autofree char *comment =
      g_strconcat ("# ", sh_caution_education (), "\n", job->scenario_text, NULL);
  ShGifFile *gif;
  gboolean whole = FALSE;

  if (file == NULL || !load_painter (job, error) || !sh_export_go_on (job, 0.0, error))
    return FALSE;
  palette = choose_colors (job);
  gif = sh_gif_file_new (palette, (int) scene->width,
                         (int) (scene->height + sh_export_strip_height (job)),
                         (int) (100.0 / SH_EXPORT_RATE_HZ), comment, sink_cb, file);
  if (gif != NULL)
    {
      whole = add_gif_frames (job, gif, error);
      whole = sh_gif_file_close (gif) && whole;
    }
  if (g_cancellable_is_cancelled (job->cancellable))
    return FALSE;
  if (sh_atomic_file_commit (g_steal_pointer (&file), error) && !whole)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 C_ ("export", "%s: the animation could not be written"), job->path);
  return whole;
}

static void
remove_frames (GPtrArray *paths, const char *folder)
{
  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  g_rmdir (folder);
}

static gboolean
write_frames (ShExportJob *job, GPtrArray *paths, GError **error)
{
  int n = count_frames (job);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("leg-%05d.png", i + 1);
      char *path = g_build_filename (job->path, name, NULL);

      g_ptr_array_add (paths, path);
      next_frame (job);
      if (!write_picture (job, SH_PICTURE_PNG, path, error) ||
          !sh_export_go_on (job, (double) (i + 1) / n, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sh_export_frames (ShExportJob *job, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *beside = g_build_filename (job->path, "leg.scenario", NULL);

  /* A folder that is there may hold pictures of another leg: it is not written into. */
  if (g_mkdir (job->path, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   C_ ("export", "%s: the folder could not be made: %s"), job->path,
                   g_strerror (errno));
      return FALSE;
    }
  g_ptr_array_add (paths, g_strdup (beside));
  if (load_painter (job, error) && sh_scenario_save (&job->scenario, beside, error) &&
      write_frames (job, paths, error))
    return TRUE;
  remove_frames (paths, job->path);
  return FALSE;
}
