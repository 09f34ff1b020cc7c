@NullMarked
package dev.creature.reasoning.policy;

import org.jspecify.annotations.NullMarked;
