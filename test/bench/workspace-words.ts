import type { Language } from '../../server/src/core/index.js';

/** What pages of a generated workspace say, in one language. The words of the dialect come from the vocabulary. */
export interface PageWords {
  /** What one does; with one of `objects` it names a page, a step or a task. */
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  /** `{verb}` and `{object}` in the order of the language. */
  readonly name: string;
  readonly sentences: readonly string[];
  readonly items: readonly string[];
  /** `{id}` is the ID of a task. */
  readonly changes: readonly string[];
  readonly people: readonly string[];
  /** Between two sentences, and after the label. */
  readonly space: string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    verbs: ['Check', 'Review', 'Prepare', 'Measure', 'Confirm', 'Collect', 'Plan', 'Describe'],
    objects: ['the network', 'the mail flow', 'the proxy exceptions', 'the list of offices', 'the directory', 'the licences', 'the pilot group', 'the migration plan', 'the firewall rules', 'the meeting rooms'],
    name: '{verb} {object}',
    sentences: [
      'Ask the customer for one person in each office who can start the measurement and who knows the local network.',
      'A slow line is the most common reason why people give up on a new service, so look for the slow places before anyone moves.',
      'Measure at the busiest hour of the day, and compare the results with the limits that are given for the service.',
      'Write down each gap with an owner and a date; a gap without an owner is not closed by anyone.',
      'When the customer has more than one tenant, repeat the step for each of them and keep the results apart.',
      'Do not start with the next step before the open points of this one are known to the whole team.',
      'The results are shared in the weekly meeting, and the report is sent to everyone who was invited.',
    ],
    items: ['Know the bandwidth and the delay of every office.', 'Agree with the customer on what has to change.', 'The list of offices, with a contact for each.', 'A report for each service that is in the scope of the engagement.', 'A list of changes with an owner and a date.', 'The names of the people who decide.'],
    changes: ['Added task {id}', 'Renamed task {id}, and moved it to the first step', 'General maintenance', 'Task {id} was removed', 'Updated the links to the guides'],
    people: ['Ada North', 'Ben West', 'Cora Lane', 'Dan Field'],
    space: ' ',
  },
  de: {
    verbs: ['prüfen', 'besprechen', 'vorbereiten', 'messen', 'bestätigen', 'sammeln', 'planen', 'beschreiben'],
    objects: ['Das Netzwerk', 'Den E-Mail-Fluss', 'Die Ausnahmen im Proxy', 'Die Liste der Standorte', 'Das Verzeichnis', 'Die Lizenzen', 'Die Pilotgruppe', 'Den Plan für die Migration', 'Die Regeln der Firewall', 'Die Besprechungsräume'],
    name: '{object} {verb}',
    sentences: [
      'Bitten Sie den Kunden, für jeden Standort eine Person zu nennen, die die Messung starten kann und das Netzwerk kennt.',
      'Eine langsame Leitung ist der häufigste Grund, einen neuen Dienst nicht zu nutzen; suchen Sie die langsamen Stellen, bevor jemand umzieht.',
      'Messen Sie zur Stunde mit der größten Last, und vergleichen Sie die Ergebnisse mit den Grenzwerten für den Dienst.',
      'Schreiben Sie jede Lücke mit einem Verantwortlichen und einem Datum auf; sonst wird sie von niemandem geschlossen.',
      'Wenn der Kunde mehr als einen Mandanten hat, wiederholen Sie den Schritt für jeden von ihnen.',
      'Beginnen Sie nicht mit dem nächsten Schritt, bevor die offenen Punkte dem ganzen Team bekannt sind.',
      'Die Ergebnisse werden in der wöchentlichen Besprechung vorgestellt, und der Bericht geht an alle Eingeladenen.',
    ],
    items: ['Die Bandbreite und die Verzögerung für jeden Standort sind bekannt.', 'Mit dem Kunden ist vereinbart, was sich ändern muss.', 'Die Liste der Standorte mit einem Ansprechpartner.', 'Ein Bericht für jeden Dienst, der zum Umfang gehört.', 'Eine Liste der Änderungen mit Verantwortlichen und Datum.', 'Die Namen der Personen, die entscheiden.'],
    changes: ['Aufgabe {id} hinzugefügt', 'Aufgabe {id} umbenannt', 'Allgemeine Aktualisierung', 'Aufgabe {id} wurde entfernt', 'Die Links zu den Anleitungen wurden aktualisiert'],
    people: ['Jana Berg', 'Ulf Stein', 'Maren Holz', 'Timo Bach'],
    space: ' ',
  },
  es: {
    verbs: ['Comprobar', 'Revisar', 'Preparar', 'Medir', 'Confirmar', 'Recopilar', 'Planificar', 'Describir'],
    objects: ['la red', 'el flujo de correo', 'las excepciones del proxy', 'la lista de oficinas', 'el directorio', 'las licencias', 'el grupo piloto', 'el plan de migración', 'las reglas del firewall', 'las salas de reuniones'],
    name: '{verb} {object}',
    sentences: [
      'Pida al cliente una persona en cada oficina que pueda iniciar la medición y que conozca la red local.',
      'Una línea lenta es la razón más común por la que las personas abandonan un servicio nuevo; busque los puntos lentos con tiempo.',
      'Mida en la hora de más uso del día y compare los resultados con los límites que están descritos para el servicio.',
      'Anote cada carencia con una persona responsable y una fecha; sin responsable no se cierra.',
      'Si el cliente tiene más de un inquilino, repita el paso con cada uno de los inquilinos.',
      'No empiece con el paso siguiente antes de que todo el equipo conozca los puntos abiertos.',
      'Los resultados se comparten en la reunión semanal, y el informe se envía a todas las personas invitadas.',
    ],
    items: ['Conocer el ancho de banda y el retraso de las oficinas.', 'Acordar con el cliente los cambios que son necesarios.', 'La lista de oficinas, con una persona de contacto.', 'Un informe de los servicios que están en el alcance.', 'Una lista de los cambios con una fecha.', 'Los nombres de las personas que deciden.'],
    changes: ['Se agregó la tarea {id}', 'Se cambió el nombre de la tarea {id}', 'Mantenimiento general', 'Se eliminó la tarea {id}', 'Se actualizaron los vínculos'],
    people: ['Inés Prado', 'Luis Vega', 'Marta Roca', 'Pablo Sanz'],
    space: ' ',
  },
  pt: {
    verbs: ['Verificar', 'Revisar', 'Preparar', 'Medir', 'Confirmar', 'Reunir', 'Planejar', 'Descrever'],
    objects: ['a rede', 'o fluxo de e-mail', 'as exceções do proxy', 'a lista de escritórios', 'o diretório', 'as licenças', 'o grupo piloto', 'o plano de migração', 'as regras do firewall', 'as salas de reunião'],
    name: '{verb} {object}',
    sentences: [
      'Peça ao cliente uma pessoa em cada escritório que possa iniciar a medição e que conheça a rede local.',
      'Uma linha lenta é o motivo mais comum para não usar um serviço novo; procure os pontos lentos antes da mudança dos usuários.',
      'Meça na hora de maior uso do dia e compare os resultados com os limites que são dados para o serviço.',
      'Anote cada lacuna com uma pessoa responsável e uma data; sem isso ela não é fechada por ninguém.',
      'Se o cliente tiver mais de um locatário, repita a etapa em cada um dos locatários.',
      'Não comece com a próxima etapa antes que os pontos abertos sejam conhecidos pela equipe.',
      'Os resultados são apresentados na reunião semanal, e o relatório é enviado pelo gerente a todos os convidados.',
    ],
    items: ['Conhecer a largura de banda e o atraso dos escritórios.', 'Combinar com o cliente as mudanças que são necessárias.', 'A lista dos escritórios, com uma pessoa de contato.', 'Um relatório dos serviços que estão no escopo.', 'Uma lista das mudanças com uma data.', 'Os nomes das pessoas que decidem.'],
    changes: ['Tarefa {id} adicionada', 'O nome da tarefa {id} foi alterado', 'Manutenção geral', 'A tarefa {id} foi removida', 'Os links foram atualizados'],
    people: ['Ana Lima', 'Bruno Dias', 'Clara Melo', 'Davi Rocha'],
    space: ' ',
  },
  ja: {
    verbs: ['確認する', '見直す', '準備する', '測定する', '確定する', '集める', '計画する', '説明する'],
    objects: ['ネットワークを', 'メールの流れを', 'プロキシの例外を', '拠点の一覧を', 'ディレクトリを', 'ライセンスを', 'パイロット グループを', '移行の計画を', 'ファイアウォールの規則を', '会議室を'],
    name: '{object}{verb}',
    sentences: [
      'お客様に、それぞれの拠点で測定を始められる担当者を一人決めていただきます。',
      '回線が遅いことは、新しいサービスが使われなくなる一番の理由です。移行の前に遅い場所を見つけてください。',
      '一日のうちで最も混む時間に測定し、結果をサービスの上限と比べます。',
      '見つかった問題には、担当者と期日を必ず書きます。担当者のいない問題は解決されません。',
      'お客様に複数のテナントがある場合は、それぞれについて同じ手順を繰り返します。',
      '残っている項目がチーム全員に伝わるまで、次の手順に進まないでください。',
      '結果は毎週の会議で共有し、報告書は参加者全員に送ります。',
    ],
    items: ['すべての拠点の帯域幅と遅延がわかっている。', '何を変えるかについてお客様と合意している。', '拠点の一覧と、それぞれの担当者。', '対象となるサービスごとの報告書。', '担当者と期日のある変更の一覧。', '決定する人の名前。'],
    changes: ['タスク {id} を追加しました', 'タスク {id} の名前を変更しました', '全般的な更新', 'タスク {id} を削除しました', 'ガイドへのリンクを更新しました'],
    people: ['佐藤 花', '鈴木 健', '高橋 葵', '田中 翔'],
    space: '',
  },
  zh: {
    verbs: ['检查', '审阅', '准备', '测量', '确认', '收集', '规划', '说明'],
    objects: ['网络', '邮件流', '代理例外', '办公室列表', '目录', '许可证', '试点小组', '迁移计划', '防火墙规则', '会议室'],
    name: '{verb}{object}',
    sentences: [
      '请客户在每个办公室指定一名可以开始测量并且熟悉本地网络的联系人。',
      '线路缓慢是用户放弃新服务的最常见原因，因此请在迁移之前找出缓慢的地方。',
      '在一天中最繁忙的时间进行测量，并将结果与服务的限制进行比较。',
      '写下每个缺口的负责人和日期；没有负责人的缺口不会有人处理。',
      '如果客户拥有多个租户，请对每个租户重复这一步骤，并分开保存结果。',
      '在整个团队了解未完成的事项之前，请不要开始下一步。',
      '结果在每周会议上共享，报告发送给所有受邀人员。',
    ],
    items: ['了解每个办公室的带宽和延迟。', '与客户商定需要更改的内容。', '办公室列表以及每个办公室的联系人。', '范围内每项服务的报告。', '带有负责人和日期的更改列表。', '做出决定的人员名单。'],
    changes: ['增加了任务 {id}', '更改了任务 {id} 的名称', '常规维护', '删除了任务 {id}', '更新了指南的链接'],
    people: ['林岩', '陈静', '王磊', '赵敏'],
    space: '',
  },
};
