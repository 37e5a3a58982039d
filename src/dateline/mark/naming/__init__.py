"""What the name marker is made of: the page it reads, cleaning, kinds, acronyms, and the use of toponyms."""
