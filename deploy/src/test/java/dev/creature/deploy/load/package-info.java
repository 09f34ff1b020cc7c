@NullMarked
package dev.creature.deploy.load;

import org.jspecify.annotations.NullMarked;
