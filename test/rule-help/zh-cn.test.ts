import { checkLocale } from './check-locale.js';

checkLocale('zh-cn');
