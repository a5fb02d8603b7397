import { checkLocale } from './check-locale.js';

checkLocale('pt-br');
