# What to change before packing. Lessons by number or name, with commas between; empty: whatever a
# submission holds.
LESSONS=

# Gradescope's containers let nobody build a wall inside them (no user namespaces), so the grader
# refuses to run there. "yes" runs submissions with nothing between them and their own grade, and says
# so in every result. INSTRUCTORS.md tells how to grade an export of the same submissions with a wall.
TRUST=no
