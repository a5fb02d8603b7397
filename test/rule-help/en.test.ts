import { checkLocale } from './check-locale.js';

checkLocale('en');
