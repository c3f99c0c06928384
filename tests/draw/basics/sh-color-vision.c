/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-color-vision.h"

#include <math.h>

const char *const sh_vision_names[SH_N_VISIONS] = { "usual vision", "protanopia", "deuteranopia",
                                                    "tritanopia", "grey" };

static const double matrices[SH_N_VISIONS][3][3] = {
  [SH_VISION_USUAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [SH_VISION_PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 },
                             { 0.114503, 0.786281, 0.099216 },
                             { -0.003882, -0.048116, 1.051998 } },
  [SH_VISION_DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 },
                               { 0.280085, 0.672501, 0.047413 },
                               { -0.011820, 0.042940, 0.968881 } },
  [SH_VISION_TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 },
                             { -0.078411, 0.930809, 0.147602 },
                             { 0.004733, 0.691367, 0.303900 } },
  [SH_VISION_GREY] = { { 0.2126, 0.7152, 0.0722 },
                       { 0.2126, 0.7152, 0.0722 },
                       { 0.2126, 0.7152, 0.0722 } },
};

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
from_linear (double c)
{
  c = CLAMP (c, 0, 1);
  return c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

ShColor
sh_vision_see (ShVision vision, ShColor color)
{
  double in[3] = { to_linear (color.r), to_linear (color.g), to_linear (color.b) }, out[3] = { 0 };

  for (int i = 0; i < 3; i++)
    for (int k = 0; k < 3; k++)
      out[i] += matrices[vision][i][k] * in[k];
  return (ShColor){ from_linear (out[0]), from_linear (out[1]), from_linear (out[2]) };
}

static double
lab_part (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16) / 116;
}

ShLab
sh_lab (ShColor color)
{
  double r = to_linear (color.r), g = to_linear (color.g), b = to_linear (color.b);
  double x = lab_part ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  double y = lab_part (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = lab_part ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);

  return (ShLab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
hue_deg (double a, double b)
{
  double h = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return h < 0 ? h + 360 : h;
}

/* The mean of two hues and their difference, equations 10 to 14 of the paper. */
static void
mix_hues (double c1, double c2, double h1, double h2, double *difference, double *mean)
{
  *difference = h2 - h1;
  *mean = h1 + h2;
  if (c1 * c2 == 0)
    {
      *difference = 0;
      return;
    }
  if (fabs (h1 - h2) <= 180)
    *mean /= 2;
  else
    *mean = *mean < 360 ? (*mean + 360) / 2 : (*mean - 360) / 2;
  if (*difference > 180)
    *difference -= 360;
  else if (*difference < -180)
    *difference += 360;
}

double
sh_delta_e_2000 (ShLab p, ShLab q)
{
  double c7 = pow (0.5 * (hypot (p.a, p.b) + hypot (q.a, q.b)), 7);
  double g = 0.5 * (1 - sqrt (c7 / (c7 + pow (25, 7))));
  double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b), c = 0.5 * (c1 + c2);
  double l = 0.5 * (p.l + q.l), dl = q.l - p.l, dc = c2 - c1, dh, h, t, sl, sc, sh, rt;

  mix_hues (c1, c2, hue_deg (a1, p.b), hue_deg (a2, q.b), &dh, &h);
  dh = 2 * sqrt (c1 * c2) * sin (radians (dh) / 2);
  t = 1 - 0.17 * cos (radians (h - 30)) + 0.24 * cos (radians (2 * h)) +
      0.32 * cos (radians (3 * h + 6)) - 0.2 * cos (radians (4 * h - 63));
  sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  c7 = pow (c, 7);
  rt = -2 * sqrt (c7 / (c7 + pow (25, 7))) * sin (radians (60 * exp (-pow ((h - 275) / 25, 2))));
  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dh / sh, 2) + rt * dc / sc * dh / sh);
}
