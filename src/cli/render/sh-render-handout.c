/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-render-handout.h"

#include <math.h>

#include <cairo-svg.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-command.h"
#include "sh-handout.h"
#include "sh-lesson-shelf.h"
#include "sh-output.h"
#include "sh-worksheet.h"

/* Pixels for a point of a PNG when no size is given. */
#define PIXELS_PER_POINT 2.0

void
sh_handout_words_clear (ShHandoutWords *words)
{
  g_free (words->sheet);
  g_free (words->clinic);
  g_free (words->contact);
  g_free (words->address);
  g_free (words->logo);
}

/* The page, who gives it away, and where it goes. */
typedef struct
{
  ShHandout *handout;
  ShBranding branding;
  ShSheet sheet;
  double width_px;
  ShOutput *output;
} Page;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  return sh_output_write (data, (const char *) bytes, length) ? CAIRO_STATUS_SUCCESS
                                                              : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_status_t
write_png (const Page *page)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  sh_sheet_size (page->sheet, &width, &height);
  scale = page->width_px > 0 ? page->width_px / width : PIXELS_PER_POINT;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (width * scale),
                                        (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  sh_handout_draw (page->handout, &page->branding, page->sheet, scale, FALSE, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, page->output);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_svg (const Page *page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  sh_sheet_size (page->sheet, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, page->output, width, height);
  cr = cairo_create (surface);
  sh_handout_draw (page->handout, &page->branding, page->sheet, 4, TRUE, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static int
write_page (const Page *page, const char *path)
{
  cairo_status_t status;
  int exit_status;

  if (g_str_has_suffix (path, ".pdf"))
    status =
        sh_handout_write_pdf (page->handout, &page->branding, page->sheet, write_cb, page->output);
  else
    status = g_str_has_suffix (path, ".svg") ? write_svg (page) : write_png (page);
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR)
    return sh_output_close (page->output);
  exit_status = sh_cli_fail (SH_EXIT_FAILURE, cairo_status_to_string (status));
  sh_output_discard (page->output);
  return exit_status;
}

static int
make_page (Page *page, const ShScenario *scenario, const char *path)
{
  g_autoptr (GError) error = NULL;
  ShArt *art = sh_art_load (&error);
  int status;

  if (art == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  page->handout = sh_handout_new (art, scenario);
  sh_art_unref (art);
  if (page->handout == NULL)
    return sh_cli_fail_status (SH_STATUS_NO_MEMORY);
  page->output = sh_output_open (path);
  status = page->output != NULL ? write_page (page, path) : SH_EXIT_FAILURE;
  sh_handout_free (page->handout);
  return status;
}

static gboolean
read_sheet (const ShHandoutWords *words, int *sheet)
{
  const char *sheets[SH_N_SHEETS] = { sh_sheet_name (SH_SHEET_A4),
                                      sh_sheet_name (SH_SHEET_LETTER) };

  return sh_cli_choice ("--sheet", words->sheet, sheets, SH_N_SHEETS, sheet);
}

static gboolean
are_short (const ShHandoutWords *words)
{
  const struct
  {
    const char *option;
    const char *text;
  } texts[] = { { "--clinic", words->clinic },
                { "--contact", words->contact },
                { "--address", words->address } };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL && g_utf8_strlen (texts[i].text, -1) > SH_BRANDING_LETTERS)
      {
        g_autofree char *message = g_strdup_printf (
            /* Translators: %s is an option such as --clinic. */
            C_ ("command", "%s: too long a text; allowed: at most 200 letters"), texts[i].option);

        sh_cli_fail (SH_EXIT_USAGE, message);
        return FALSE;
      }
  return TRUE;
}

int
sh_render_handout (const ShHandoutWords *words,
                   const ShScenario *scenario,
                   double width_px,
                   const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShLogo) logo = NULL;
  Page page = { .width_px = width_px };
  int sheet = SH_SHEET_A4;

  if (!read_sheet (words, &sheet) || !are_short (words))
    return SH_EXIT_USAGE;
  if (words->logo != NULL)
    {
      logo = sh_logo_load (words->logo, &error);
      if (logo == NULL)
        return sh_cli_fail_error (SH_EXIT_FAILURE, error);
    }
  page.sheet = (ShSheet) sheet;
  page.branding = (ShBranding){
    .clinic = words->clinic, .contact = words->contact, .address = words->address, .logo = logo
  };
  return make_page (&page, scenario, path);
}

/* Pages of a worksheet stand side by side. */
static cairo_status_t
write_sheets (ShWorksheet *worksheet, ShSheet sheet, double width_px, ShOutput *output)
{
  int n = sh_worksheet_n_pages (worksheet);
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  sh_sheet_size (sheet, &width, &height);
  scale = width_px > 0 ? width_px / (n * width) : PIXELS_PER_POINT;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (n * width * scale),
                                        (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  for (int i = 0; i < n; i++)
    {
      sh_worksheet_draw (worksheet, i, scale, FALSE, cr);
      cairo_translate (cr, width, 0);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, output);
  cairo_surface_destroy (surface);
  return status;
}

static int
write_worksheet (ShLesson *lesson, ShSheet sheet, double width_px, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);
  g_autoptr (ShWorksheet) worksheet = NULL;
  cairo_status_t status;
  ShOutput *output;
  int exit_status;

  if (art == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  worksheet = sh_worksheet_new (art, lesson, sheet);
  output = sh_output_open (path);
  if (output == NULL)
    return SH_EXIT_FAILURE;
  if (g_str_has_suffix (path, ".pdf"))
    status = sh_worksheet_write_pdf (worksheet, write_cb, output);
  else
    status = write_sheets (worksheet, sheet, width_px, output);
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR)
    return sh_output_close (output);
  exit_status = sh_cli_fail (SH_EXIT_FAILURE, cairo_status_to_string (status));
  sh_output_discard (output);
  return exit_status;
}

int
sh_render_worksheet (const ShHandoutWords *words,
                     const char *lesson,
                     double width_px,
                     const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShLesson) read = NULL;
  int sheet = SH_SHEET_A4;

  if (!read_sheet (words, &sheet) || !are_short (words))
    return SH_EXIT_USAGE;
  if (lesson == NULL || g_str_has_suffix (path, ".svg"))
    return sh_cli_fail (SH_EXIT_USAGE,
                        C_ ("command", "a worksheet is made of a lesson; allowed: FILE.lesson or "
                                       "the name of a lesson, to FILE.pdf or FILE.png"));
  read = sh_lesson_shipped (lesson);
  if (read == NULL)
    read = sh_lesson_load (lesson, &error);
  if (read == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  return write_worksheet (read, (ShSheet) sheet, width_px, path);
}
