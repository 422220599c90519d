/** What the pictures show that two people compare, in Portuguese. Long words say where they may be broken. */

import type { ThingWords } from "../en/things.ts";

const names =
  "Cachorro,Gatinho,Leão,Cavalo,Uni\u00adcórnio,Porco,Elefante,Coelho,Panda,Galo,Pinguim,Tarta\u00adruga,Peixe,Polvo," +
  "Borbo\u00adleta,Tulipa,Árvore,Cacto,Cogu\u00admelo,Mundo,Lua,Nuvem,Fogo,Banana,Maçã,Morango,Milho,Pizza,Torta," +
  "Coração,Sorriso,Robô,Chapéu,Óculos,Chave inglesa,Papai Noel,Polegar,Som\u00adbrinha,Ampu\u00adlheta," +
  "Desper\u00adtador,Presente,Lâmpada,Livro,Lápis,Clipe,Tesoura,Cadeado,Chave,Martelo,Telefone,Bandeira,Trem," +
  "Bici\u00adcleta,Avião,Foguete,Troféu,Bola,Guitarra,Trom\u00adpete,Sino,Âncora,Headset,Pasta,Alfinete";

export const things: ThingWords = {
  names: names.split(","),
  unpictured: "As imagens não carregaram. Se as páginas estiverem em idiomas diferentes, comparem o número.",
};
