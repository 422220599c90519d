/** What the scanner of QR codes says, in Spanish. */

import type { ScanWords } from "../../en/home/scan.ts";

export const scan: ScanWords = {
  scan: "Escanear",
  title: "Escanear un código QR",
  hint: "Apunta con la cámara al código QR del enlace de alguien.",
  close: "Cerrar",
  opening: "Abriendo la cámara…",
  notALink: "Este código QR no es un enlace para llamar a nadie.",
  own: "Este es tu propio código QR. Los demás lo escanean para llamarte.",
  elsewhere: (host) => `Este código QR lleva a ${host}, no aquí. Ábrelo con la cámara de tu teléfono.`,
  denied: "Permite que esta página use la cámara en los ajustes del navegador, o pega el enlace.",
  missing: "No hay ninguna cámara con la que escanear: pega el enlace o escribe el ID.",
  failed: "La cámara no se abrió. Cierra lo que la esté usando y escanea de nuevo.",
  unloaded: "El escáner no se cargó. Revisa tu conexión y recarga esta página.",
};
