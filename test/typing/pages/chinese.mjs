// Labels with full-width colons, and words that an input method commits.
export default {
  name: 'Chinese page',
  file: 'playbooks/plan-remediation.zh.md',
  keys: `---
title: FastTrack 合作伙伴行动手册 - 规划改进
author: Robin Field
ms.author: rofield
ms.date: 3/02/2020
ms.topic: partner-playbook
ft.audience: partner
ft.owner: rofield
---

# ⟦compose:gui hua→规划⟧⟦compose:gai jin→改进⟧

阶段: **⟦compose:ping gu→评估⟧**

## ⟦compose:gai shu→概述⟧

⟦compose:xian gui hua→先规划⟧，再改进。

## 方法

### 规划改进

主要角色：**FastTrack ⟦compose:gong cheng shi→工程师⟧**  
次要角色: **FastTrack 经理**  
适用于：**核心入门培训**

#### FTOP 任务

| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |
| --- | --- | :-: | --- | --- |
| 4301 | 网络 - ⟦compose:ce liang→测量⟧每个站点 | M | FastTrack ⟦compose:gong cheng shi→工程师⟧ | 核心入门培训 |
| 4302 | 网络 - 检查结果 | O | FastTrack 经理 | 核心入门培训
|4310

## 刷新摘要

| 日期 | 变更人 | 变更内容 |
| --- | --- | --- |
| 2020/3/02 | Robin Field | 行动手册⟦compose:chuang jian→创建⟧ |
`,
};
