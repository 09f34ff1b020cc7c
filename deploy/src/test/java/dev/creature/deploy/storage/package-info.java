@NullMarked
package dev.creature.deploy.storage;

import org.jspecify.annotations.NullMarked;
