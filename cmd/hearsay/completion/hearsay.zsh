#compdef hearsay
# zsh completion for hearsay

_hearsay() {
  local -a before found
  before=("${words[@]:0:CURRENT-1}")
  # A flag that is begun is shown to the program, which then lists the flags.
  [[ ${words[CURRENT]} == -* ]] && before+=("${words[CURRENT]}")
  found=("${(@f)$("${before[@]}" --generate-bash-completion 2>/dev/null)}")
  if [[ -n ${found[1]} ]]; then
    compadd -a -- found
  else
    _files
  fi
}

if [[ ${funcstack[1]} == _hearsay ]]; then
  _hearsay "$@"
else
  compdef _hearsay hearsay
fi
