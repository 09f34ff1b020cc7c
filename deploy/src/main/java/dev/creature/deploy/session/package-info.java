/** Sessions on disk: what is needed to hold one again, and how a repetition differs. */
@NullMarked
package dev.creature.deploy.session;

import org.jspecify.annotations.NullMarked;
