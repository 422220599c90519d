/** What is said of cameras, microphones and speakers, in Hindi. */

import type { DeviceWords } from "../../en/features/devices.ts";

export const devices: DeviceWords = {
  title: "कैमरा और आवाज़",
  close: "“कैमरा और आवाज़” पैनल बंद करें",
  camera: "कैमरा",
  microphone: "माइक्रोफ़ोन",
  speaker: "स्पीकर",
  system: "सिस्टम डिफ़ॉल्ट",
  test: "टेस्ट साउंड चलाएँ",
  turn: "कैमरा बदलें",
  unnamed: "सिस्टम डिफ़ॉल्ट",
  youAreMuted: "आप म्यूट पर हैं। आपको कोई नहीं सुन सकता।",
  said: {
    chosen: (label) => `अब इस्तेमाल में: ${label}।`,
    lost: (label) => `आपका डिवाइस डिसकनेक्ट हो गया। अब इस्तेमाल में: ${label}।`,
    back: (label) => `${label} वापस आ गया है और फिर इस्तेमाल में है।`,
    moved: (label) => `आपके सिस्टम ने इसे चुना है: ${label}।`,
    refused: (label) => `${label} अभी इस्तेमाल नहीं हो सकता। जो ऐप उसे इस्तेमाल कर रहा हो, उसे बंद करें, फिर वह अपने-आप चल पड़ेगा।`,
  },
};
