import type { Rule } from '../lint/rule.js';
import { alertKind } from './alert-kind.js';
import { boldNotRendered } from './bold-not-rendered.js';
import { codeBlockNotClosed } from './code-block-not-closed.js';
import { commentNotClosed } from './comment-not-closed.js';
import { conflictMarker } from './conflict-marker.js';
import { emphasisNotRendered } from './emphasis-not-rendered.js';
import { footerHome } from './footer-home.js';
import { footerHomeMissing } from './footer-home-missing.js';
import { frontMatterAlias } from './front-matter-alias.js';
import { frontMatterAliasMisspelled } from './front-matter-alias-misspelled.js';
import { frontMatterDate } from './front-matter-date.js';
import { frontMatterDateOld } from './front-matter-date-old.js';
import { frontMatterDuplicateKey } from './front-matter-duplicate-key.js';
import { frontMatterEmptyValue } from './front-matter-empty-value.js';
import { frontMatterFence } from './front-matter-fence.js';
import { frontMatterInvisibleCharacter } from './front-matter-invisible-character.js';
import { frontMatterLostText } from './front-matter-lost-text.js';
import { frontMatterMissing } from './front-matter-missing.js';
import { frontMatterMisspeltKey } from './front-matter-misspelt-key.js';
import { frontMatterNotClosed } from './front-matter-not-closed.js';
import { frontMatterRecommendedKey } from './front-matter-recommended-key.js';
import { frontMatterRequiredKey } from './front-matter-required-key.js';
import { frontMatterSite } from './front-matter-site.js';
import { frontMatterTitleCopied } from './front-matter-title-copied.js';
import { frontMatterTitleForeign } from './front-matter-title-foreign.js';
import { frontMatterTypographicQuotes } from './front-matter-typographic-quotes.js';
import { frontMatterUnknownKey } from './front-matter-unknown-key.js';
import { frontMatterUnknownValue } from './front-matter-unknown-value.js';
import { frontMatterYaml } from './front-matter-yaml.js';
import { headingInvisibleCharacter } from './heading-invisible-character.js';
import { headingMarkerRepeated } from './heading-marker-repeated.js';
import { headingNotRendered } from './heading-not-rendered.js';
import { headingSpace } from './heading-space.js';
import { imageAlt } from './image-alt.js';
import { imageAltFileName } from './image-alt-file-name.js';
import { imageMissing } from './image-missing.js';
import { includeMissing } from './include-missing.js';
import { labelColon } from './label-colon.js';
import { labelDuplicate } from './label-duplicate.js';
import { labelEmptyValue } from './label-empty-value.js';
import { labelFused } from './label-fused.js';
import { labelHardBreak } from './label-hard-break.js';
import { labelMissing } from './label-missing.js';
import { labelNotBold } from './label-not-bold.js';
import { labelOrder } from './label-order.js';
import { labelSpelling } from './label-spelling.js';
import { labelTermLanguage } from './label-term-language.js';
import { labelTermMistranslated } from './label-term-mistranslated.js';
import { labelTermUnknown } from './label-term-unknown.js';
import { labelUnbalanced } from './label-unbalanced.js';
import { leadInHardBreak } from './lead-in-hard-break.js';
import { linkAnchorMissing } from './link-anchor-missing.js';
import { linkBackslash } from './link-backslash.js';
import { linkCase } from './link-case.js';
import { linkEmpty } from './link-empty.js';
import { linkFullWidthCharacter } from './link-full-width-character.js';
import { linkHttp } from './link-http.js';
import { linkInvisibleCharacter } from './link-invisible-character.js';
import { linkLanguage } from './link-language.js';
import { linkLocale } from './link-locale.js';
import { linkMailto } from './link-mailto.js';
import { linkMissingScheme } from './link-missing-scheme.js';
import { linkSafelinks } from './link-safelinks.js';
import { linkScheme } from './link-scheme.js';
import { linkSyntax } from './link-syntax.js';
import { linkTargetMissing } from './link-target-missing.js';
import { listMarkerSpace } from './list-marker-space.js';
import { pageUntranslated } from './page-untranslated.js';
import { placeholderLeft } from './placeholder-left.js';
import { productNameCase } from './product-name-case.js';
import { productNameDamaged } from './product-name-damaged.js';
import { productNameRepeated } from './product-name-repeated.js';
import { refreshCellEmpty } from './refresh-cell-empty.js';
import { refreshDateFuture } from './refresh-date-future.js';
import { refreshDateMalformed } from './refresh-date-malformed.js';
import { refreshDateOrder } from './refresh-date-order.js';
import { refreshHeadingLevel } from './refresh-heading-level.js';
import { refreshRowWidth } from './refresh-row-width.js';
import { refreshTaskUnknown } from './refresh-task-unknown.js';
import { sectionDuplicate } from './section-duplicate.js';
import { sectionEmpty } from './section-empty.js';
import { sectionMissing } from './section-missing.js';
import { sectionMistranslated } from './section-mistranslated.js';
import { sectionOrder } from './section-order.js';
import { suppressionMisspelt } from './suppression-misspelt.js';
import { suppressionUnknownRule } from './suppression-unknown-rule.js';
import { suppressionUnused } from './suppression-unused.js';
import { tableAfterText } from './table-after-text.js';
import { tableColumnEmpty } from './table-column-empty.js';
import { tableDelimiterCount } from './table-delimiter-count.js';
import { tableFullWidthPipe } from './table-full-width-pipe.js';
import { tableLineWithoutPipe } from './table-line-without-pipe.js';
import { tableNotRendered } from './table-not-rendered.js';
import { tableRowCellCount } from './table-row-cell-count.js';
import { tableRowEmptyCell } from './table-row-empty-cell.js';
import { tableRowIndented } from './table-row-indented.js';
import { tableRowsCutOff } from './table-rows-cut-off.js';
import { taskCellsSwapped } from './task-cells-swapped.js';
import { taskColumnDuplicate } from './task-column-duplicate.js';
import { taskColumnMissing } from './task-column-missing.js';
import { taskColumnOrder } from './task-column-order.js';
import { taskColumnUnknown } from './task-column-unknown.js';
import { taskHeadingWithoutTable } from './task-heading-without-table.js';
import { taskIdDuplicate } from './task-id-duplicate.js';
import { taskIdFormat } from './task-id-format.js';
import { taskIdMissing } from './task-id-missing.js';
import { taskIdUnknown } from './task-id-unknown.js';
import { taskMoEmpty } from './task-mo-empty.js';
import { taskMoInconsistent } from './task-mo-inconsistent.js';
import { taskMoLetter } from './task-mo-letter.js';
import { taskMoMergedRole } from './task-mo-merged-role.js';
import { taskNameEmpty } from './task-name-empty.js';
import { taskNameInconsistent } from './task-name-inconsistent.js';
import { taskRoleEmpty } from './task-role-empty.js';
import { taskRoleInconsistent } from './task-role-inconsistent.js';
import { taskRoleUnknown } from './task-role-unknown.js';
import { taskRowCellCount } from './task-row-cell-count.js';
import { taskRowLeadingEmptyCell } from './task-row-leading-empty-cell.js';
import { taskRowSplit } from './task-row-split.js';
import { taskRowsJoined } from './task-rows-joined.js';
import { taskServiceUnknown } from './task-service-unknown.js';
import { taskServicesEmpty } from './task-services-empty.js';
import { taskServicesInconsistent } from './task-services-inconsistent.js';
import { taskTableEmpty } from './task-table-empty.js';
import { taskTermLanguage } from './task-term-language.js';
import { taskTermMistranslated } from './task-term-mistranslated.js';
import { taskTermSeparator } from './task-term-separator.js';
import { textInvisibleCharacter } from './text-invisible-character.js';
import { textLineWrapSpace } from './text-line-wrap-space.js';
import { textParenthesisWidth } from './text-parenthesis-width.js';
import { textPunctuationDoubled } from './text-punctuation-doubled.js';
import { textUnread } from './text-unread.js';
import { tocOrphan } from './toc-orphan.js';
import { tocTargetMissing } from './toc-target-missing.js';
import { translationLabelMissing } from './translation-label-missing.js';
import { translationMoDiffers } from './translation-mo-differs.js';
import { translationPhaseDiffers } from './translation-phase-differs.js';
import { translationRoleDiffers } from './translation-role-differs.js';
import { translationSectionMissing } from './translation-section-missing.js';
import { translationServicesDiffers } from './translation-services-differs.js';
import { translationStale } from './translation-stale.js';
import { translationTaskExtra } from './translation-task-extra.js';
import { translationTaskMissing } from './translation-task-missing.js';
import { wordRepeated } from './word-repeated.js';

/** Every rule, sorted by ID. Maintained by hand; a test compares it with the folder. */
export const allRules: readonly Rule[] = [
  alertKind,
  boldNotRendered,
  codeBlockNotClosed,
  commentNotClosed,
  conflictMarker,
  emphasisNotRendered,
  footerHome,
  footerHomeMissing,
  frontMatterAlias,
  frontMatterAliasMisspelled,
  frontMatterDate,
  frontMatterDateOld,
  frontMatterDuplicateKey,
  frontMatterEmptyValue,
  frontMatterFence,
  frontMatterInvisibleCharacter,
  frontMatterLostText,
  frontMatterMissing,
  frontMatterMisspeltKey,
  frontMatterNotClosed,
  frontMatterRecommendedKey,
  frontMatterRequiredKey,
  frontMatterSite,
  frontMatterTitleCopied,
  frontMatterTitleForeign,
  frontMatterTypographicQuotes,
  frontMatterUnknownKey,
  frontMatterUnknownValue,
  frontMatterYaml,
  headingInvisibleCharacter,
  headingMarkerRepeated,
  headingNotRendered,
  headingSpace,
  imageAlt,
  imageAltFileName,
  imageMissing,
  includeMissing,
  labelColon,
  labelDuplicate,
  labelEmptyValue,
  labelFused,
  labelHardBreak,
  labelMissing,
  labelNotBold,
  labelOrder,
  labelSpelling,
  labelTermLanguage,
  labelTermMistranslated,
  labelTermUnknown,
  labelUnbalanced,
  leadInHardBreak,
  linkAnchorMissing,
  linkBackslash,
  linkCase,
  linkEmpty,
  linkFullWidthCharacter,
  linkHttp,
  linkInvisibleCharacter,
  linkLanguage,
  linkLocale,
  linkMailto,
  linkMissingScheme,
  linkSafelinks,
  linkScheme,
  linkSyntax,
  linkTargetMissing,
  listMarkerSpace,
  pageUntranslated,
  placeholderLeft,
  productNameCase,
  productNameDamaged,
  productNameRepeated,
  refreshCellEmpty,
  refreshDateFuture,
  refreshDateMalformed,
  refreshDateOrder,
  refreshHeadingLevel,
  refreshRowWidth,
  refreshTaskUnknown,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionMistranslated,
  sectionOrder,
  suppressionMisspelt,
  suppressionUnknownRule,
  suppressionUnused,
  tableAfterText,
  tableColumnEmpty,
  tableDelimiterCount,
  tableFullWidthPipe,
  tableLineWithoutPipe,
  tableNotRendered,
  tableRowCellCount,
  tableRowEmptyCell,
  tableRowIndented,
  tableRowsCutOff,
  taskCellsSwapped,
  taskColumnDuplicate,
  taskColumnMissing,
  taskColumnOrder,
  taskColumnUnknown,
  taskHeadingWithoutTable,
  taskIdDuplicate,
  taskIdFormat,
  taskIdMissing,
  taskIdUnknown,
  taskMoEmpty,
  taskMoInconsistent,
  taskMoLetter,
  taskMoMergedRole,
  taskNameEmpty,
  taskNameInconsistent,
  taskRoleEmpty,
  taskRoleInconsistent,
  taskRoleUnknown,
  taskRowCellCount,
  taskRowLeadingEmptyCell,
  taskRowSplit,
  taskRowsJoined,
  taskServiceUnknown,
  taskServicesEmpty,
  taskServicesInconsistent,
  taskTableEmpty,
  taskTermLanguage,
  taskTermMistranslated,
  taskTermSeparator,
  textInvisibleCharacter,
  textLineWrapSpace,
  textParenthesisWidth,
  textPunctuationDoubled,
  textUnread,
  tocOrphan,
  tocTargetMissing,
  translationLabelMissing,
  translationMoDiffers,
  translationPhaseDiffers,
  translationRoleDiffers,
  translationSectionMissing,
  translationServicesDiffers,
  translationStale,
  translationTaskExtra,
  translationTaskMissing,
  wordRepeated,
];
