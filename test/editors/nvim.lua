-- What nvim.mjs asks of a running Neovim: `v:lua.probe('["problems", "a.md"]')`. Answers and arguments are JSON.
local asked = {}

local severities = { 'error', 'warning', 'info', 'hint' }

local function open(path)
  -- `:edit` would read an open file again.
  if vim.api.nvim_buf_get_name(0) ~= vim.fn.fnamemodify(path, ':p') then
    vim.cmd.edit(vim.fn.fnameescape(path))
  end
  return vim.api.nvim_get_current_buf()
end

local function client_of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = 'playbook' })[1]
end

-- What an author sees: the column as Neovim counts it, in the units of the command line.
local function shown(diagnostic)
  local line = vim.api.nvim_buf_get_lines(diagnostic.bufnr, diagnostic.lnum, diagnostic.lnum + 1, false)[1] or ''
  local _, column = vim.str_utfindex(line, math.min(diagnostic.col, #line))
  return {
    rule = diagnostic.code,
    severity = severities[diagnostic.severity],
    line = diagnostic.lnum + 1,
    column = column + 1,
    message = diagnostic.message,
  }
end

local function request(buffer, method, params)
  local response = vim.lsp.buf_request_sync(buffer, method, params, 20000)[client_of(buffer).id]
  if response.err then
    error(vim.inspect(response.err))
  end
  return response.result
end

local function params_at(line, column)
  local text = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]
  vim.api.nvim_win_set_cursor(0, { line, vim.str_byteindex(text, column - 1, true) })
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

function asked.version()
  return tostring(vim.version())
end

function asked.problems(path)
  local buffer = open(path)
  return client_of(buffer) and vim.tbl_map(shown, vim.diagnostic.get(buffer)) or {}
end

-- The problems of all files, also of those that aren't open.
function asked.counts()
  local counts = vim.empty_dict()
  for _, diagnostic in ipairs(vim.diagnostic.get()) do
    local name = vim.api.nvim_buf_get_name(diagnostic.bufnr)
    counts[name] = (counts[name] or 0) + 1
  end
  return counts
end

-- Replaces the first `before` in a page, as typing does.
function asked.replace(path, before, after)
  local buffer = open(path)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local first, last = line:find(before, 1, true)
    if first then
      vim.api.nvim_buf_set_text(buffer, row - 1, first - 1, row - 1, last, { after })
      return true
    end
  end
  error('No ' .. before)
end

function asked.save()
  vim.cmd.wall()
  return true
end

-- Chooses a code action as the author does from the menu of `vim.lsp.buf.code_action`.
function asked.act(path, line, column, title)
  open(path)
  params_at(line, column)
  local seen = {}
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      seen[index] = options.format_item(item)
      if seen[index]:find(title, 1, true) then
        return choose(item, index)
      end
    end
  end
  local before = vim.b.changedtick
  vim.lsp.buf.code_action()
  vim.wait(20000, function()
    return vim.b.changedtick > before
  end, 20)
  return vim.b.changedtick > before or seen
end

function asked.complete(path, line, column)
  local buffer = open(path)
  local result = request(buffer, 'textDocument/completion', params_at(line, column))
  return vim.tbl_map(function(item)
    return item.label
  end, result.items or result)
end

-- The text of the window that `vim.lsp.buf.hover` opens.
function asked.hover(path, line, column)
  open(path)
  params_at(line, column)
  vim.lsp.buf.hover()
  local window
  vim.wait(20000, function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      window = vim.api.nvim_win_get_config(one).relative ~= '' and one or window
    end
    return window ~= nil
  end, 20)
  local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

function asked.format(path)
  open(path)
  vim.lsp.buf.format({ timeout_ms = 20000 })
  return true
end

-- Runs a command of the server, with the command of the documentation.
function asked.command(path, line, column, ...)
  open(path)
  params_at(line, column)
  vim.cmd.Playbook({ args = { ... } })
  return true
end

function asked.rename(path, line, column, name)
  open(path)
  params_at(line, column)
  vim.lsp.buf.rename(name)
  return true
end

-- Where `vim.lsp.buf.definition` takes the author.
function asked.definition(path, line, column)
  open(path)
  params_at(line, column)
  local before = vim.api.nvim_get_current_buf()
  vim.lsp.buf.definition()
  vim.wait(20000, function()
    return vim.api.nvim_get_current_buf() ~= before
  end, 20)
  return vim.api.nvim_buf_get_name(0)
end

vim.o.hidden = true
vim.o.swapfile = false

function _G.probe(json)
  local call = vim.json.decode(json)
  return vim.json.encode(asked[call[1]](unpack(call, 2)))
end
