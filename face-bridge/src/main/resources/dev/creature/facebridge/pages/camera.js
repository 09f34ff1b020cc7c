// Has the camera's picture, and finds the face in it. The picture stays in this frame: the page around it gets numbers.
import {nearest, sighting} from './sighting.js';

const FILES = '/static/camera/';
/** A look takes its time and rests as long: at most ten a second, and never more than half of a core. */
const PACE = 100;

const video = document.getElementById('picture');
const tell = message => parent.postMessage(message, location.origin);
const pause = millis => new Promise(done => setTimeout(done, millis));
let detector = null, stream = null, turn = 0;

async function prepare() {
  await new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = FILES + 'face_detection.js';
    script.onload = done;
    script.onerror = () => failed(new Error('The face detector could not be loaded.'));
    document.head.append(script);
  });
  const made = new self.FaceDetection({locateFile: name => FILES + name});
  // The least confidence is not to be set: this version forgets all else that its graph was told, and ends.
  made.setOptions({model: 'short', selfieMode: false});
  made.onResults(({detections}) => {
    const found = nearest(detections);
    if (stream) tell({sees: found ? sighting(found, video.videoWidth / video.videoHeight) : null});
  });
  await made.initialize();
  detector = made;
}

async function open() {
  const mine = ++turn;
  try {
    const opened = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'user', width: {ideal: 320}, height: {ideal: 240}, frameRate: {ideal: 15}}});
    if (mine !== turn) return release(opened);
    stream = opened;
    stream.getVideoTracks()[0].onended = () => tell({trouble: 'The camera is gone.'});
    video.srcObject = stream;
    await video.play();
    tell({open: true});
    if (!detector) await prepare();
    while (mine === turn) {
      const began = performance.now();
      await detector.send({image: video});
      const took = performance.now() - began;
      await pause(Math.max(PACE - took, took));
    }
  } catch (error) {
    if (mine !== turn) return;
    close();
    tell({trouble: error.name === 'NotAllowedError' ? 'The browser does not let this page use the camera. Allow it beside the address.'
      : error.name === 'NotFoundError' ? 'There is no camera here.' : 'The camera cannot be used: ' + (error.message || error)});
  }
}

const release = all => all.getTracks().forEach(track => track.stop());

/** Lets go of the camera at once. */
function close() {
  turn++;
  video.srcObject = null;
  if (stream) release(stream);
  stream = null;
}

document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
addEventListener('pagehide', close);
addEventListener('message', ({source, data}) => { if (source === parent && data === 'close') close(); });
if (!document.hidden) open();
