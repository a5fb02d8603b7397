export default {
  name: 'Japanese page',
  file: 'playbooks/plan-remediation.ja.md',
  keys: `---
title: FastTrack プレイブック - 改善の計画
author: Robin Field
ms.author: rofield
ms.date: 2020/03/02
ms.topic: playbook
ft.audience: internal
---

# ⟦compose:かいぜん→改善⟧の⟦compose:けいかく→計画⟧

フェーズ: **⟦compose:ひょうか→評価⟧**

## ⟦compose:がいよう→概要⟧

まず⟦compose:けいかく→計画⟧します。

### ⟦compose:けいかく→計画⟧

主な役割：**FastTrack ⟦compose:えんじにあ→エンジニア⟧**  
適用対象：**コア オンボーディング**

#### FTOP タスク

| タスク ID | タスク名 | 必須 (M)/オプション (O) | FastTrack の役割 | サービス |
| --- | --- | :-: | --- | --- |
| 4301 | ネットワーク - ⟦compose:そくてい→測定⟧ | M | FastTrack ⟦compose:えんじにあ→エンジニア⟧ | コア オンボーディング |
|4302

## 更新の概要

| 日付 | 変更者 | 変更内容 |
| --- | --- | --- |
| 2020/03/02 | Robin Field | ⟦compose:さくせい→作成⟧ |
`,
};
