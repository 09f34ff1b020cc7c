/** A creature that runs in another process of this machine, reached over its HTTP. */
@NullMarked
package dev.creature.deploy.remote;

import org.jspecify.annotations.NullMarked;
