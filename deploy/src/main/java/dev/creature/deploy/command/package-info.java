/** The command line: one class a command, and the one place that turns failures into exit codes. */
@NullMarked
package dev.creature.deploy.command;

import org.jspecify.annotations.NullMarked;
