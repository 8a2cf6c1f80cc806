// Draws again what holds words when another language is spoken. Called by app.tsx and by what is remembered (memo) below it.
import { useSyncExternalStore } from "react";
import { type Language, onLanguage, spokenLanguage } from "../words/language.ts";

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, spokenLanguage);
