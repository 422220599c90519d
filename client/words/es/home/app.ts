/** What the page says of itself as an app, in Spanish. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Úsala como app",
  install: "Instalar",
  notNow: "Ahora no",
  why: "Se abre con un toque, también sin red, y el navegador conserva tu ID y tus contactos durante más tiempo.",
  whyHomeScreen:
    "Safari olvida tu ID tras siete días sin visitas. Una app en la pantalla de inicio conserva su ID, que " +
    "es nuevo. Toca Compartir y luego la opción de añadirla a la pantalla de inicio.",
  ownLink:
    "Este es tu propio enlace. Todas las pestañas de este navegador tienen tu ID, así que aquí nadie respondería.",
  trySecond: "Probar con un segundo ID",
  trial:
    "Esta pestaña tiene un segundo ID hasta que la cierres o la recargues. Llama a tu ID habitual: sonará en tu otra " +
    "pestaña.",
  useUsual: "Usar mi ID habitual",
  newVersion: "Hay una versión más reciente de esta página.",
  reload: "Recargar",
};
