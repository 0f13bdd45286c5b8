import type { Translation } from '../shape.ts';
import type { signIn as zh } from '../zh-CN/sign-in.ts';

export const signIn: Translation<typeof zh> = {
  title: 'Sign in',
  tagline: 'Who is nearest to the scene, and why',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show or hide password',
  keep: 'Stay signed in on this computer',
  keepHint: 'Leave this off on a shared duty computer: closing the window then signs you out.',
  submit: 'Sign in',
  submitting: 'Signing in…',
  needEmail: 'Enter your e-mail',
  needPassword: 'Enter your password',
  expired:
    'Your session has ended (expired or revoked). Sign in again; an unsaved incident draft, if there was one, will be restored.',
  endedTitle: 'Your session has ended: sign in again',
  ended:
    'Your session has expired. The screen and what you typed are still here: sign in with the same account to continue. Signing in with another account clears the screen first.',
  putAway: 'Clear the screen and leave',
  signedOut: 'You have signed out.',
  wrongPassword: 'E-mail or password is wrong.',
  wrongPasswordHint:
    'Check Caps Lock and the input method; an administrator can reset a forgotten password.',
  throttled: 'Too many attempts. Wait {{seconds}} s and try again.',
  throttledLater: 'Too many attempts. Try again later.',
  unreachable: 'The server is not responding. Check the network, then try again.',
  malformed: 'The server’s response could not be read. Tell an administrator.',
  demoTitle: 'Demonstration accounts',
  demoHint: 'This is a demonstration; all data is invented. Choose a role to sign in.',
  demoUse: 'Sign in as {{role}}',
  checking: 'Checking your account…',
  noRole: {
    title: 'This account has no role yet',
    detail:
      'The password for {{email}} is right, but the account has not been given a role and a district, so it sees no data. Ask an administrator, then check again.',
    again: 'Check again',
    still: 'Still no role (checked {{clock}})',
    other: 'Use another account',
  },
  disabled: {
    title: 'This account is disabled',
    detail:
      '{{email}} was disabled by an administrator and sees no data. Ask an administrator if this is a mistake.',
    still: 'Still disabled (checked {{clock}})',
  },
  away: {
    title: 'The server is not responding',
    detail:
      'The page is open but cannot reach the server, so it can neither verify your account nor show current data. Retrying.',
    retry: 'Retry now',
    next: 'Retrying in {{seconds}} s',
    retrying: 'Retrying…',
    advice:
      'Check the cable or wireless network, whether the server is running, and whether other computers are affected.',
  },
};
