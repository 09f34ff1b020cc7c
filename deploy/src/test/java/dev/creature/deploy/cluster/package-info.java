@NullMarked
package dev.creature.deploy.cluster;

import org.jspecify.annotations.NullMarked;
