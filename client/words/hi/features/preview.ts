/** What is said of the look at oneself before a call, in Hindi. */

import type { PreviewWords } from "../../en/features/preview.ts";

export const preview: PreviewWords = {
  open: "कैमरा और आवाज़ जाँचें",
  title: "दूसरे आपको कैसे देखते और सुनते हैं",
  level: "माइक्रोफ़ोन का स्तर",
};
