;;; emacs.el --- What emacs.mjs asks of a running Emacs  -*- lexical-binding: t -*-

;;; Commentary:

;; `emacsclient --eval '(probe "problems" "a.md")'' answers with JSON.

;;; Code:

(require 'json)
(require 'eglot)
(require 'track-changes nil t)

(defun probe (name &rest arguments)
  "Call the function `probe-NAME' with ARGUMENTS; the answer is JSON in Base64."
  (base64-encode-string
   (encode-coding-string
    (json-encode (apply (intern (concat "probe-" name)) arguments)) 'utf-8)
   t))

(defun probe--file (path)
  "The name of the file PATH, relative to the folder that Emacs was started in."
  (expand-file-name path command-line-default-directory))

(defun probe--open (path)
  "Show the file PATH."
  (switch-to-buffer (find-file-noselect (probe--file path)))
  ;; What happens at the end of the command that opened the file, and once the file is on the screen.
  (run-hooks 'post-command-hook 'window-configuration-change-hook))

(defun probe--at (path line column)
  "Show LINE of the file PATH, and go to COLUMN, both counted from 1."
  (probe--open path)
  (goto-char (point-min))
  (forward-line (1- line))
  (forward-char (1- column)))

(defmacro probe--typed (&rest body)
  "Do BODY as a command of the author, which the server then learns of."
  `(progn ,@body
          (run-hooks 'post-command-hook)
          (eglot--signal-textDocument/didChange)
          t))

(defun probe-version ()
  "The version of Emacs."
  emacs-version)

(defun probe--shown (diagnostic)
  "What an author sees of DIAGNOSTIC, in the units of the command line."
  (save-excursion
    (goto-char (flymake-diagnostic-beg diagnostic))
    (let* ((lsp (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)))
           (before (buffer-substring-no-properties (line-beginning-position) (point))))
      `((rule . ,(plist-get lsp :code))
        (severity . ,(aref ["" "error" "warning" "info" "hint"] (plist-get lsp :severity)))
        (line . ,(line-number-at-pos))
        (column . ,(1+ (/ (length (encode-coding-string before 'utf-16le)) 2)))
        (message . ,(plist-get lsp :message))))))

(defun probe-problems (path)
  "The problems of PATH that Flymake shows."
  (probe--open path)
  (vconcat (and (bound-and-true-p flymake-mode)
                (mapcar #'probe--shown (flymake-diagnostics)))))

(defun probe-counts ()
  "How many problems Flymake lists for each file of the project."
  (let ((counts (make-hash-table :test 'equal)))
    (dolist (diagnostic (flymake--project-diagnostics (project-current)))
      (let* ((place (flymake-diagnostic-buffer diagnostic))
             (file (if (bufferp place) (buffer-file-name place) place)))
        (puthash file (1+ (gethash file counts 0)) counts)))
    counts))

(defun probe-replace (path before after)
  "Replace the text BEFORE in the file PATH with AFTER."
  (probe--open path)
  (goto-char (point-min))
  (search-forward before)
  (probe--typed (replace-match after t t)))

(defun probe-act (path line column title)
  "Choose the code action TITLE at LINE and COLUMN of the file PATH, or return the titles of the others."
  (probe--at path line column)
  (let* ((actions (append (eglot-code-actions (point) (point)) nil))
         (action (seq-find (lambda (one) (string-search title (plist-get one :title))) actions)))
    (if action
        (probe--typed (eglot-execute (eglot-current-server) action))
      (vconcat (mapcar (lambda (one) (plist-get one :title)) actions)))))

(defun probe-complete (path line column)
  "The completions at LINE and COLUMN of the file PATH."
  (probe--at path line column)
  (let ((table (nth 2 (eglot-completion-at-point))))
    (vconcat (mapcar #'substring-no-properties (all-completions "" table)))))

(defun probe-hover (path line column)
  "What ElDoc says at LINE and COLUMN of the file PATH."
  (probe--at path line column)
  (let (text)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq text string)))
    (with-timeout (20) (while (not text) (accept-process-output nil 0.05)))
    (substring-no-properties text)))

(defun probe-format (path)
  "Format the file PATH."
  (probe--open path)
  (probe--typed (eglot-format-buffer)))

(defun probe-command (path line column command &optional task)
  "Run COMMAND of the server for TASK at LINE and COLUMN of the file PATH."
  (probe--at path line column)
  (probe--typed (apply #'playbook-command command (and task (list :taskId task)))))

(defun probe-rename (path line column name)
  "Rename what is at LINE and COLUMN of the file PATH to NAME."
  (probe--at path line column)
  (let ((eglot-confirm-server-edits nil))
    (probe--typed (eglot-rename name))))

(defun probe-definition (path line column)
  "The file that `xref-find-definitions' shows from LINE and COLUMN of the file PATH."
  (probe--at path line column)
  (call-interactively #'xref-find-definitions)
  (buffer-file-name))

(defun probe-save ()
  "Save all files."
  (save-some-buffers t)
  t)

(provide 'emacs)
;;; emacs.el ends here
