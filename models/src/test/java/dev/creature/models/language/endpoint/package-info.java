@NullMarked
package dev.creature.models.language.endpoint;

import org.jspecify.annotations.NullMarked;
