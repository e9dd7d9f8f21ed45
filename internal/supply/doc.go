// Package supply holds no code but tests: of what the project is made of, and of what it says of that. What CI installs is held
// against locks, what the program links has a known licence, and each promise of docs/security.md names a test that is there.
package supply
