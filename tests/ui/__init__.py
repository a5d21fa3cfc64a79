"""The screens' claims: what a person sees in each state, in both languages."""
