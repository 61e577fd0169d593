"""Makes of the sources what is handed out: built program, installers, and proof of their origin.

`./dev` starts these modules. They know the repository and nothing of the machine.
"""
