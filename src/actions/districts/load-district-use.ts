/** What belongs to each district, for the list of districts. */
import { backend } from '../../backend/index.ts';
import { usePeople } from '../../state/people.ts';

/** Count anew what belongs to each district; the figures on the screen stay meanwhile. */
export async function loadDistrictUse(): Promise<void> {
  const keep = usePeople.getState().districtUse.value;
  usePeople.setState({ districtUse: { status: 'loading', value: keep } });
  const result = await backend().districtUse();
  usePeople.setState({
    districtUse:
      result.tag === 'ok'
        ? { status: 'loaded', value: result.value }
        : { status: 'failed', value: keep },
  });
}
